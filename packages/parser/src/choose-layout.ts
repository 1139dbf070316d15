import { diagnostic } from './diagnostic-codes.js';
import type { ParsedDocument } from './parsed-document.js';

/** Below this share of lines no layout can be said to fit. */
const leastShare = 0.5;

/**
 * The reading whose layout explains the most lines; of equals the first. A tie (LAYOUT_TIE) and a layout that explains not even
 * half of the lines (LOW_COVERAGE) are noted, each with what is to be named.
 *
 * @param parsed One document in every layout, at least one.
 */
export function chooseLayout(parsed: readonly ParsedDocument[]): ParsedDocument {
  const best = parsed.reduce((left, right) => (shareOf(right) > shareOf(left) ? right : left));
  const equals = parsed.filter((other) => shareOf(other) === shareOf(best));
  const told = [...lowCoverage(best), ...tie(best, equals)];
  return told.length === 0 ? best : { ...best, diagnostics: [...told, ...best.diagnostics] };
}

/** The share of a document's lines that its layout explains, from 0 to 1; 1 for a document without lines. */
export function shareOf({ coverage: { lines, attributed } }: Pick<ParsedDocument, 'coverage'>): number {
  return lines === 0 ? 1 : attributed / lines;
}

function lowCoverage(best: ParsedDocument) {
  if (shareOf(best) >= leastShare) return [];
  const { attributed, lines } = best.coverage;
  const message = `The layout '${best.layout}' fits best and explains ${attributed} of ${lines} lines; name another, or check the file.`;
  return [diagnostic('LOW_COVERAGE', message, null)];
}

function tie(best: ParsedDocument, equals: readonly ParsedDocument[]) {
  if (equals.length < 2 || best.coverage.lines === 0) return [];
  const { attributed, lines } = best.coverage;
  const names = equals.map(({ layout }) => `'${layout}'`).join(', ');
  const message = `The layouts ${names} explain equally much, ${attributed} of ${lines} lines; '${best.layout}' is used. Name the one that it is in.`;
  return [diagnostic('LAYOUT_TIE', message, null)];
}
