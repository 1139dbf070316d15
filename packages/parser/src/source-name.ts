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
 */
export function sourceName(printed: string): SourceName {
  const name = printed.trim();
  const lower = name.toLowerCase();
  channels ??= prepare(layouts.flatMap((layout) => layout.sourceChannels));
  for (const channel of channels) {
    const base = withoutSuffix(name, lower, channel) ?? withoutPrefix(name, lower, channel);
    if (base !== null) return { ...withoutShort(base), channel: channel.printed };
  }
  return { ...withoutShort(name), channel: null };
}

/** A channel as it may stand behind a name and before it, in lower case. */
interface Channel {
  readonly printed: string;
  readonly suffixes: readonly string[];
  readonly prefix: string;
}

/** Those of all layouts. Names are taken apart by the thousand. */
let channels: readonly Channel[] | undefined;

/** The longest first: it wins over the shorter one that it ends with. */
function prepare(all: readonly string[]): readonly Channel[] {
  const longestFirst = [...new Set(all)].sort((a, b) => b.length - a.length);
  return longestFirst.map((printed) => {
    const lower = printed.toLowerCase();
    const bare = /^\p{sc=Han}/u.test(printed) ? [lower] : [];
    return { printed, suffixes: [` ${lower}`, ` (${lower})`, ...bare], prefix: `${lower} of ` };
  });
}

function withoutShort(name: string): Pick<SourceName, 'base' | 'short'> {
  const bracketed = findBracketed(name);
  return { base: withoutArticle(bracketed?.long ?? name), short: bracketed?.short ?? null };
}

// 'The Harbour Office' is the Harbour Office; 'The Lantern' may be a paper and no lantern.
function withoutArticle(name: string): string {
  return /^the\s\S+\s\S/i.test(name) ? name.slice(4).trimStart() : name;
}

function withoutSuffix(name: string, lower: string, { suffixes }: Channel): string | null {
  const suffix = suffixes.find((end) => lower.length > end.length && lower.endsWith(end));
  if (suffix === undefined) return null;
  const base = name
    .slice(0, -suffix.length)
    .trimEnd()
    .replace(/['’]s$/, '');
  return base === '' || /(?:^|\s)(?:of|the|and|for|&)$/i.test(base) ? null : base;
}

function withoutPrefix(name: string, lower: string, { prefix }: Channel): string | null {
  const start = lower.startsWith('the ') ? 4 : 0;
  if (!lower.startsWith(prefix, start)) return null;
  const base = name
    .slice(start + prefix.length)
    .trim()
    .replace(/^the /i, '');
  return base === '' ? null : base;
}
