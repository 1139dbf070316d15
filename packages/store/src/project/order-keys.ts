/**
 * The text keys by which issues and items are ordered (compared byte by byte). `newest_key` sorts the latest day first and `oldest_key`
 * the earliest; without a day both come last; then publication, slug and position, ascending in both. A blank stands between the parts
 * since no slug holds one and every sign of a slug is greater.
 */
export interface OrderKeys {
  readonly newest_key: string;
  readonly oldest_key: string;
}

const LAST = 99_999_999;

/** Keys of an issue, or of the item at a position (from 1) in it. `publishedOn` is `YYYY-MM-DD`. */
export function orderKeys(publishedOn: string | null, publication: string, slug: string, position?: number): OrderKeys {
  const tail = `${publication} ${slug}${position === undefined ? '' : ` ${String(position).padStart(6, '0')}`}`;
  const day = publishedOn === null ? null : dayNumber(publishedOn);
  return {
    newest_key: `${day === null ? LAST : newestDay(day)} ${tail}`,
    oldest_key: `${day === null ? LAST : String(day).padStart(8, '0')} ${tail}`,
  };
}

/** Between which two newest keys, neither included, those of a day are: an index on them finds a day. */
export function newestKeysOn(publishedOn: string): { readonly above: string; readonly below: string } {
  const day = newestDay(dayNumber(publishedOn));
  return { above: `${day} `, below: `${day}!` };
}

function dayNumber(publishedOn: string): number {
  return Number(publishedOn.replaceAll('-', ''));
}

function newestDay(day: number): string {
  return String(LAST - day).padStart(8, '0');
}
