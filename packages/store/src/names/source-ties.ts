import { sourceName } from '@broadsheet/parser';
import { nameKey } from '../identity/slug.js';
import type { AliasMethod } from '../tables.js';

/** The full names that a short form is defined as, by the short form's key. */
export type Definitions = ReadonlyMap<string, ReadonlySet<string>>;

/** What source lines are tied by: the issue's own definitions before those of all others. */
export interface SourceTies {
  readonly own: Definitions;
  readonly all: Definitions;
}

/** Whom a printed source line names. */
export interface TiedSource {
  /** Slug of the source. */
  readonly slug: string;
  /** The key of the printed name without its channel and bracketed short form: what a later definition may tie anew. */
  readonly baseKey: string;
  readonly method: AliasMethod;
}

/**
 * Ties a printed source line to a source: a channel is stripped ('STO Official Account' is the STO's), a short form in brackets too ('State
 * Toll Office (STO)'), an abbreviation is followed to the one full name that it is defined as, in the issue itself where it defines it, else in all issues. A short form with two full names stays
 * a source of its own. The answer depends on the set of definitions alone, never on the order in which issues came.
 */
export function tieSource(printed: string, ties: SourceTies): TiedSource {
  const { base, channel, short } = sourceName(printed);
  const baseKey = nameKey(base);
  const full = onlyOne(ties.own.get(baseKey) ?? ties.all.get(baseKey));
  return { slug: full ?? baseKey, baseKey, method: methodOf(channel, short, full) };
}

/** How a printed line names the source that it names by itself, whatever is defined. */
export function methodByItself(printed: string): AliasMethod {
  const { channel, short } = sourceName(printed);
  return methodOf(channel, short, undefined);
}

function methodOf(channel: string | null, short: string | null, full: string | undefined): AliasMethod {
  if (channel !== null) return 'CHANNEL';
  return short === null && full === undefined ? 'PRINTED' : 'ABBREVIATION';
}

/** The keys that the printed lines will be looked up by. */
export function baseKeys(printed: readonly string[]): string[] {
  return [...new Set(printed.map((line) => nameKey(sourceName(line).base)))];
}

function onlyOne(names: ReadonlySet<string> | undefined): string | undefined {
  if (names?.size !== 1) return undefined;
  const [name] = names;
  return name;
}
