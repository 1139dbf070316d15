import type { Extent } from '../../tree.js';

/** What may stand around the value of an argument. */
export type Quote = '"' | "'";

/** An argument of a tag: `q0="Why?"`. Its extent is that of all of it. */
export interface TagArgument extends Extent {
  readonly name: string;
  /** Without quotes. */
  readonly value: Extent;
  /** Null where the value is the name of something that only the site knows. */
  readonly quote: Quote | null;
}

/** A tag that includes a file and hands arguments to it. */
export interface IncludeTag {
  /** What is included. */
  readonly includes: string;
  /** Up to the first that cannot be read. */
  readonly arguments: readonly TagArgument[];
  /** Where its end begins, or where it can be read no further. */
  readonly close: number;
  readonly isBroken: boolean;
}

const head = /^[ \t]{0,200}\{%-?\s{0,80}include\s{1,80}([^\s{}%"'=]{1,200})/;
const argumentName = /[\w-]+/y;
const equals = /\s*=\s*/y;
const bareValue = /[\w.-]+/y;
const closing = /-?%\}/y;

/**
 * Reads the tag of Liquid that a run of whole lines begins with; null for any other, and for one that closes behind the run.
 *
 * ```text
 * {% include harbour/asked.md
 *            ^^^^^^^^^^^^^^^^
 *   q0="Who lights \"the lamps\"?"
 *   ^^  ^^^^^^^^^^^^^^^^^^^^^^^^^^
 * %}
 * ```
 */
export function readIncludeTag(document: string, { start, end }: Extent): IncludeTag | null {
  const source = document.slice(start, end);
  const opened = head.exec(source);
  if (opened === null) return null;
  const [{ length }, includes = ''] = opened;
  const found: TagArgument[] = [];
  let at = skipBlanks(source, length);
  while (at < source.length && matchAt(closing, source, at) === null) {
    const next = readArgument(source, at);
    if (next === null) break;
    found.push(next);
    at = skipBlanks(source, next.end);
  }
  return {
    includes,
    arguments: found.map((argument) => shifted(argument, start)),
    close: start + at,
    isBroken: matchAt(closing, source, at) === null,
  };
}

function readArgument(source: string, start: number): TagArgument | null {
  const name = matchAt(argumentName, source, start);
  const sign = name === null ? null : matchAt(equals, source, start + name.length);
  if (name === null || sign === null) return null;
  const from = start + name.length + sign.length;
  const quote = quoteAt(source, from);
  if (quote === null) {
    const bare = matchAt(bareValue, source, from);
    const end = from + (bare?.length ?? 0);
    return bare === null ? null : { name, start, end, value: { start: from, end }, quote };
  }
  const end = closingQuote(source, from + 1, quote);
  return end === null ? null : { name, start, end: end + 1, value: { start: from + 1, end }, quote };
}

function quoteAt(source: string, at: number): Quote | null {
  const character = source.charAt(at);
  return character === '"' || character === "'" ? character : null;
}

/** The next quote with an even number of backslashes before it. */
function closingQuote(source: string, from: number, quote: Quote): number | null {
  for (let at = source.indexOf(quote, from); at !== -1; at = source.indexOf(quote, at + 1)) {
    let before = at;
    while (before > from && source.charAt(before - 1) === '\\') before--;
    if ((at - before) % 2 === 0) return at;
  }
  return null;
}

function skipBlanks(source: string, from: number): number {
  let at = from;
  while (at < source.length && /\s/.test(source.charAt(at))) at++;
  return at;
}

function matchAt(pattern: RegExp, source: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? null;
}

function shifted(argument: TagArgument, by: number): TagArgument {
  const { start, end, value } = argument;
  return { ...argument, start: start + by, end: end + by, value: { start: value.start + by, end: value.end + by } };
}
