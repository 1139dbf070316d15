import { diagnostic } from '../diagnostic-codes.js';
import type { Diagnostic } from '../source.js';
import type { Extent } from '../tree.js';
import type { Points } from './points.js';

const MOST_SHOWN = 40;

/** One diagnostic, at the first of the tags and comments that are never closed; none where there are none. */
export function unclosedMarkup(points: Points, unclosed: readonly Extent[]): Diagnostic[] {
  const [first] = unclosed;
  if (first === undefined) return [];
  const { start, end } = first;
  const { line, column } = points.at(start);
  const shown = points.document.slice(start, Math.min(end, start + MOST_SHOWN)).replace(/\s{1,40}/g, ' ');
  const more = unclosed.length > 1 ? ` and ${unclosed.length - 1} more` : '';
  const message = `A tag or comment is never closed, so that words may be taken for a part of it: '${shown}'${more}; add the missing quote, '>' or '-->'.`;
  return [diagnostic('UNCLOSED_MARKUP', message, { start, end, line, column })];
}
