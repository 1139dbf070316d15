import { layouts } from './layouts.js';

/** A printed source name, taken apart. */
export interface SourceName {
  /** Whom it names: 'Harbour Office'. Never empty unless the printed name is. */
  readonly base: string;
  /** Through which channel it spoke: 'WeChat Official Account'. */
  readonly channel: string | null;
}

/**
 * Takes the channel off a printed source name.
 *
 * ```text
 * Harbour Office WeChat Official Account
 * ^base          ^channel
 * ```
 *
 * Also 'Official Website of the Harbour Office' and 'Harbour Office (Website)'. A name that is only a channel stays whole.
 *
 * @param channels Those of all layouts, unless given.
 */
export function sourceName(printed: string, channels: readonly string[] = allChannels()): SourceName {
  const name = printed.trim();
  for (const channel of [...channels].sort((a, b) => b.length - a.length)) {
    const base = withoutSuffix(name, channel) ?? withoutPrefix(name, channel);
    if (base !== null) return { base, channel };
  }
  return { base: name, channel: null };
}

function withoutSuffix(name: string, channel: string): string | null {
  const suffix = [` ${channel}`, ` (${channel})`].find((end) => endsWithIgnoringCase(name, end));
  if (suffix === undefined) return null;
  const base = name
    .slice(0, -suffix.length)
    .trimEnd()
    .replace(/['’]s$/, '');
  return base === '' ? null : base;
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
