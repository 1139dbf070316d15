import { diagnostic } from '../diagnostic-codes.js';
import type { Read } from '../reading.js';
import type { Diagnostic } from '../source.js';
import { trimExtent } from '../text/trim.js';
import { spanOf, type Words } from '../text/words.js';
import type { Extent } from '../tree.js';

/**
 * The keywords of one keyword line. Semicolons part them where there are any, else commas; neither does inside
 * brackets, nor a comma within a number.
 *
 * ```text
 * [Keywords: Harbour, Tides (spring, neap)]
 *            ^^^^^^^  ^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function readKeywords(line: Words, diagnostics: Diagnostic[]): Read<string>[] {
  const separators = partsOf(line.text, ';；').length > 1 ? ';；' : ',，、';
  const keywords = partsOf(line.text, separators).map(({ start, end }) => ({
    value: line.text.slice(start, end),
    span: spanOf(line, start, end),
  }));
  if (keywords.length === 0) {
    diagnostics.push(
      diagnostic('EMPTY_KEYWORD_LINE', 'The keyword line names nothing; write a keyword or take it out.', spanOf(line)),
    );
  }
  return keywords;
}

/** Each keyword once, whatever its letter case; a later one is noted and left out. */
export function withoutRepeats(keywords: readonly Read<string>[], diagnostics: Diagnostic[]): Read<string>[] {
  const seen = new Set<string>();
  return keywords.filter(({ value, span }) => {
    const isNew = !seen.has(value.toLowerCase());
    seen.add(value.toLowerCase());
    if (!isNew)
      diagnostics.push(
        diagnostic('DUPLICATE_KEYWORD', `The keyword '${value}' stands twice on this item; take one out.`, span),
      );
    return isNew;
  });
}

function partsOf(text: string, separators: string): Extent[] {
  const cuts = [...separatorsIn(text, separators), text.length];
  let start = 0;
  const parts = cuts.map((cut) => {
    const part = trimExtent(text, start, cut);
    start = cut + 1;
    return part;
  });
  return parts.filter((part) => part.end > part.start);
}

function separatorsIn(text: string, separators: string): number[] {
  const cuts: number[] = [];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if ('([（【'.includes(character)) depth++;
    else if (')]）】'.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && separators.includes(character) && !isInNumber(text, at)) cuts.push(at);
  }
  return cuts;
}

function isInNumber(text: string, at: number): boolean {
  return /^\d,\d$/.test(text.slice(Math.max(0, at - 1), at + 2));
}
