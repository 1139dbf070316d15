import type { Extent } from '../tree.js';
import { titlesNested } from './event-fields.js';
import type { EventParts } from './event-line.js';
import { type ListedLine, wordsIn } from './listed-line.js';
import { isPlaceLike, type ListedPlace, readListedPlace } from './listed-place.js';
import { placeInWords } from './place-in-words.js';

/**
 * Reads words behind the days of a line, in parts apart by ' - ': the place, where the first part is one, the title,
 * and the organizer, where the day is printed with its month's name.
 *
 * ```text
 * , Oslo, NO - Lamps - and Locks - Quay Coders     . Oslo: Lamps and Locks     . (Oslo) Lamps and Locks
 *   ^place     ^title              ^organizer        ^place ^title                ^place ^title
 * ```
 *
 * Without a place before it, one may stand in the title.
 */
export function readEventWords(line: ListedLine, { start, end }: Extent, isMonthSlashDay: boolean): EventParts {
  const { text } = line;
  const from = start + (/^[\s)*\]]*(?:[.,:]|[-–—](?=\s))?\s*/u.exec(text.slice(start, start + 40))?.[0].length ?? 0);
  const dashes = dashesIn(text, from, end);
  const lead = leadPlace(text, { start: from, end }, dashes, isMonthSlashDay);
  const rest = dashes.filter((dash) => dash.start >= (lead?.next ?? from));
  const last = rest.at(-1);
  const hasOrganizer = !isMonthSlashDay && last !== undefined && !remark.test(text.slice(last.end, end));
  const titleEnd = hasOrganizer ? last.start : end;
  const words = tidied(text, lead?.next ?? from, titleEnd);
  const organizer = hasOrganizer ? wordsIn(text, last.end, withoutPoint(text, end)) : null;
  const { place, words: placeWords, mode } = lead ?? placeInWords(text, from, end);
  const url = line.links.find((link) => link.end > from && link.start < end)?.url ?? line.links[0]?.url ?? null;
  if (words !== null) return { titles: [{ words, url }], place, placeWords, mode, organizer };
  const nested = titlesNested(line.nested);
  const whole = nested.length === 0 && isMonthSlashDay ? tidied(text, from, end) : null;
  return { titles: whole === null ? nested : [{ words: whole, url }], place, placeWords, mode, organizer };
}

// What a last part says that names nobody.
const remark =
  /^\s*(?:registration|register|tickets?|talks? (?:on|about|by)|free\b|online\b|virtual\b|hybrid\b|in[\s-]?person\b|part\s|day\s|session\s|\d)/i;
const bracketed = /^\(([^()]{1,60})\)\s?/;

function dashesIn(text: string, from: number, end: number): Extent[] {
  return [...text.slice(from, end).matchAll(/\s[-–—]{1,3}\s/gu)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
}

/** The place before the title, and where the title begins. */
function leadPlace(
  text: string,
  { start: from, end }: Extent,
  dashes: readonly Extent[],
  isMonthSlashDay: boolean,
): (ListedPlace & { readonly next: number }) | null {
  const head = text.slice(from, Math.min(end, from + 64));
  const inBrackets = bracketed.exec(head);
  if (inBrackets !== null && isPlaceLike(inBrackets[1] ?? '')) {
    const close = from + 1 + (inBrackets[1]?.length ?? 0);
    return { ...readListedPlace(text, from + 1, close), next: from + inBrackets[0].length };
  }
  const [dash] = dashes;
  const colon = /^[^:]{1,60}?:\s/u.exec(head);
  const cuts: Extent[] = [];
  if (colon !== null) cuts.push({ start: from + colon[0].length - 2, end: from + colon[0].length });
  if (dash !== undefined) cuts.push(dash);
  // Titles are nested under 'July 6, Oslo, NO'.
  else if (!isMonthSlashDay) cuts.push({ start: end, end });
  for (const cut of cuts) {
    const words = text.slice(from, cut.start);
    const isThird = cut === dash && dashes.length > 1 && isBehindComma(text, from);
    if (isPlaceLike(words) || (isThird && unknownTown.test(words)))
      return { ...readListedPlace(text, from, cut.start), next: cut.end };
  }
  return null;
}

const unknownTown = /^\p{Lu}[\p{L}\s,.'’/-]{1,39}$/u;

// 'March 3, Lanternport - Title - Organizer': three parts behind 'day, ' begin with the place.
function isBehindComma(text: string, from: number): boolean {
  return /,\s*$/.test(text.slice(Math.max(0, from - 3), from));
}

function tidied(text: string, from: number, to: number) {
  const words = wordsIn(text, from, withoutPoint(text, to));
  if (words === null) return null;
  const start = words.start + (/^[-–—]\s/u.test(words.value) ? 2 : 0);
  return wordsIn(text, start, words.end);
}

/** A point ends the sentence of the line and is no part of a name; '...' is. */
function withoutPoint(text: string, end: number): number {
  let last = end;
  while (last > 0 && /[\s*]/.test(text.charAt(last - 1))) last--;
  return text.charAt(last - 1) === '.' && !/[.\p{Lu}]/u.test(text.charAt(last - 2)) ? last - 1 : last;
}
