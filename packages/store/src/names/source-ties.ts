import { sourceName } from '@broadsheet/parser';
import { makeId } from '../identity/id.js';
import { remembered } from '../identity/remembered.js';
import { nameKey } from '../identity/slug.js';
import type { AliasMethod } from '../tables.js';
import type { Definition } from './definitions.js';

const partsOf = remembered(sourceName);

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
  const { base, channel, short } = partsOf(printed);
  const baseKey = nameKey(base);
  const full = onlyOne(ties.own.get(baseKey) ?? ties.all.get(baseKey));
  return { slug: full ?? baseKey, baseKey, method: methodOf(channel, short, full) };
}

/**
 * How a printed line names the source that it is tied to in the end, by decisions too. One that a decision ties to what it names where nothing is
 * defined is told as that: else how a form is tied would hang on the order of issues.
 */
export function methodInTheEnd(printed: string, { slug, baseKey, method }: TiedSource, sourceId: string): AliasMethod {
  if (sourceId === makeId('source', slug)) return method;
  const { channel, short } = partsOf(printed);
  return sourceId === makeId('source', baseKey) ? methodOf(channel, short, undefined) : 'CURATED';
}

/**
 * How a form is told among a source's names, where lines may come to it by decisions: by its definitions if one of them gives the form, however
 * many lines came another way. So it hangs on what is there, and not on which line came last.
 */
export function methodOfForm(
  form: string,
  sourceId: string,
  definitions: readonly Pick<Definition, 'short_key' | 'long_key'>[],
): AliasMethod {
  const { base, channel, short } = partsOf(form);
  const baseKey = nameKey(base);
  const full = definitions.find(({ short_key }) => short_key === baseKey)?.long_key;
  return methodInTheEnd(form, { slug: full ?? baseKey, baseKey, method: methodOf(channel, short, full) }, sourceId);
}

function methodOf(channel: string | null, short: string | null, full: string | undefined): AliasMethod {
  if (channel !== null) return 'CHANNEL';
  return short === null && full === undefined ? 'PRINTED' : 'ABBREVIATION';
}

/** The keys that the printed lines will be looked up by. */
export function baseKeys(printed: readonly string[]): string[] {
  return [...new Set(printed.map((line) => nameKey(partsOf(line).base)))];
}

function onlyOne(names: ReadonlySet<string> | undefined): string | undefined {
  if (names?.size !== 1) return undefined;
  const [name] = names;
  return name;
}
