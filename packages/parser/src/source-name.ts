import { layouts } from './layouts.js';
import { findBracketed } from './readings/bracketed-name.js';

/** A printed source name, taken apart. */
export interface SourceName {
  /** Whom it names: 'Harbour Office'. Never empty unless the printed name is. */
  readonly base: string;
  /** Through which channel it spoke: 'WeChat Official Account'. */
  readonly channel: string | null;
  /** The short form printed with it in brackets: 'HO'. */
  readonly short: string | null;
}

/**
 * Takes the channel off a printed source name, and the short form that is printed with it in brackets.
 *
 * ```text
 * Harbour Office WeChat Official Account
 * ^base          ^channel
 * ```
 *
 * Also 'Official Website of the Harbour Office' and 'Harbour Office (Website)', 'Harbour Office (HO)' and 'HO (Harbour
 * Office)', 'The Harbour Office'. A name that is only a channel stays whole, and so does what stands in brackets and is
 * no short form: 'Harbour Office (Eastquay)'.
 *
 * @param channels Those of all layouts, unless given.
 */
export function sourceName(printed: string, channels: readonly string[] = allChannels()): SourceName {
  const name = printed.trim();
  for (const channel of [...channels].sort((a, b) => b.length - a.length)) {
    const base = withoutSuffix(name, channel) ?? withoutPrefix(name, channel);
    if (base !== null) return { ...withoutShort(base), channel };
  }
  return { ...withoutShort(name), channel: null };
}

function withoutShort(name: string): Pick<SourceName, 'base' | 'short'> {
  const bracketed = findBracketed(name);
  return { base: withoutArticle(bracketed?.long ?? name), short: bracketed?.short ?? null };
}

// 'The Harbour Office' is the Harbour Office; 'The Lantern' may be a paper and no lantern.
function withoutArticle(name: string): string {
  return /^the\s\S+\s\S/i.test(name) ? name.slice(4).trimStart() : name;
}

function withoutSuffix(name: string, channel: string): string | null {
  const suffix = [` ${channel}`, ` (${channel})`, ...(/^\p{sc=Han}/u.test(channel) ? [channel] : [])].find((end) =>
    endsWithIgnoringCase(name, end),
  );
  if (suffix === undefined) return null;
  const base = name
    .slice(0, -suffix.length)
    .trimEnd()
    .replace(/['’]s$/, '');
  return base === '' || /(?:^|\s)(?:of|the|and|for|&)$/i.test(base) ? null : base;
}

function withoutPrefix(name: string, channel: string): string | null {
  const start = name.replace(/^the /i, '');
  const prefix = `${channel} of `;
  if (start.slice(0, prefix.length).toLowerCase() !== prefix.toLowerCase()) return null;
  const base = start.slice(prefix.length).trim().replace(/^the /i, '');
  return base === '' ? null : base;
}

function endsWithIgnoringCase(text: string, end: string): boolean {
  return text.length > end.length && text.slice(-end.length).toLowerCase() === end.toLowerCase();
}

function allChannels(): string[] {
  return [...new Set(layouts.flatMap((layout) => layout.sourceChannels))];
}
