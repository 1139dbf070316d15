import { diagnostic } from '../diagnostic-codes.js';
import type { AbbreviationReading } from '../reading.js';
import type { Diagnostic } from '../source.js';
import { spanOf, type Words } from '../text/words.js';
import { isShortForm } from './bracketed-name.js';
import { findLongForm } from './long-form.js';

const longestBracket = 120;

/**
 * The short forms that a text defines, each pair once, where it is first defined.
 *
 * ```text
 * the Office of Quays and Locks (OQL)
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^
 * OQL (Office of Quays and Locks)
 * ```
 *
 * @see A. S. Schwartz, M. A. Hearst, A simple algorithm for identifying abbreviation definitions in biomedical text (2003)
 */
export function readAbbreviations(lines: readonly Words[], diagnostics: Diagnostic[]): AbbreviationReading[] {
  const longBy = new Map<string, Map<string, string>>();
  return lines.flatMap(definitionsIn).filter((found) => {
    const longs = longBy.get(found.short) ?? new Map<string, string>();
    longBy.set(found.short, longs);
    if (longs.has(found.long.toLowerCase())) return false;
    if (longs.size > 0) {
      const message = `'${found.short}' is defined as ${listed([...longs.values()])} and again as '${found.long}'; where it names a source it stays one of its own. Tell them apart in the text.`;
      diagnostics.push(diagnostic('AMBIGUOUS_ABBREVIATION', message, found.span));
    }
    longs.set(found.long.toLowerCase(), found.long);
    return true;
  });
}

function listed(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}

function definitionsIn(line: Words): AbbreviationReading[] {
  const found: AbbreviationReading[] = [];
  for (let open = line.text.indexOf('('); open !== -1; open = line.text.indexOf('(', open + 1)) {
    const close = line.text.slice(open + 1, open + longestBracket).search(/[()]/);
    if (close === -1 || line.text.charAt(open + 1 + close) !== ')') continue;
    const bracket = bracketAt(line, open, open + 1 + close);
    const definition = shortInside(bracket) ?? longInside(bracket);
    if (definition !== null) found.push(definition);
  }
  return found;
}

interface Bracket {
  readonly line: Words;
  /** Indices of the brackets in the line. */
  readonly open: number;
  readonly close: number;
  readonly inside: string;
  /** What stands before, at most 300 characters of it, without the blank next to the bracket. */
  readonly before: string;
  readonly beforeStart: number;
}

function bracketAt(line: Words, open: number, close: number): Bracket {
  const beforeStart = Math.max(0, open - 300);
  const before = line.text.slice(beforeStart, open).trimEnd();
  return { line, open, close, inside: line.text.slice(open + 1, close).trim(), before, beforeStart };
}

// 'Office of Quays and Locks (OQL)', also '(the "OQL")' and '(OQL, founded in 2030)'.
function shortInside({ line, close, inside, before, beforeStart }: Bracket): AbbreviationReading | null {
  const short = (inside.split(/[,;]\s/)[0] ?? '').replace(/^the\s/i, '').replace(/^["'“‘]|["'”’]$/g, '');
  const long = isShortForm(short) ? findLongForm(short, before) : null;
  if (long === null) return null;
  return { short, long: long.text, span: spanOf(line, beforeStart + long.start, close + 1) };
}

// 'OQL (Office of Quays and Locks)'
function longInside({ line, open, close, inside, before }: Bracket): AbbreviationReading | null {
  const short = /[\p{L}\p{N}&.-]{2,10}$/u.exec(before)?.[0] ?? '';
  const long = isShortForm(short) ? findLongForm(short, inside) : null;
  if (long === null || !/^(?:the\s|an?\s|)$/i.test(inside.slice(0, long.start))) return null;
  return { short, long: long.text, span: spanOf(line, line.text.lastIndexOf(short, open), close + 1) };
}
