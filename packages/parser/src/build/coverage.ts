import type { Coverage } from '../source.js';
import { trimExtent } from '../text/trim.js';
import type { Leaf } from '../tree.js';

/**
 * Counts the physical lines of a document that hold a visible character, and those of them that the tree claims: every
 * line that no visible character of a raw leaf stands on. Leaves of markup may share a line, and one may go over many.
 */
export function coverageOf(leaves: readonly Leaf[]): Coverage {
  let lines = 0;
  let raw = 0;
  let lastLine = 0;
  let lastRaw = 0;
  for (const leaf of leaves) {
    if (leaf.type === 'blank') continue;
    for (const line of visibleLines(leaf)) {
      if (line > lastLine) lines++;
      lastLine = line;
      if (leaf.type !== 'raw' || line === lastRaw) continue;
      raw++;
      lastRaw = line;
    }
  }
  return { lines, attributed: lines - raw };
}

/** Numbers of the lines on which a visible character of the leaf stands. */
function visibleLines({ value, position: { start, end } }: Leaf): readonly number[] {
  const isOneLine = end.line === start.line || (end.line === start.line + 1 && end.column === 1);
  const parts = isOneLine ? [value] : value.split(/\r\n|\r|\n/);
  return parts.flatMap((part, index) => (isVisible(part) ? [start.line + index] : []));
}

function isVisible(text: string): boolean {
  const { start, end } = trimExtent(text);
  return start < end;
}
