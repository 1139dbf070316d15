import { leavesOf, type ParsedDocument } from '@broadsheet/parser';
import { progressBar } from '../text/progress-bar.js';
import type { Sheet } from '../text/table.js';

/** How many lines are recognised, what as, and which are not. */
export function coverageReport({ tree, coverage }: ParsedDocument, { colors }: Sheet): string[] {
  const { lines, attributed } = coverage;
  const leaves = leavesOf(tree).filter(({ type }) => type !== 'blank' && type !== 'markup');
  const raw = leaves.filter(({ type }) => type === 'raw').map(({ position }) => position.start.line);
  const paint = attributed === lines ? colors.green : colors.yellow;
  return [
    colors.bold('Coverage'),
    `  ${paint(progressBar(attributed, lines))} lines recognised: ${countsOf(leaves.map(({ type }) => type))}`,
    ...(raw.length === 0 ? [] : [`  ${colors.red('not recognised')}: ${rangesOf(raw)}`]),
  ];
}

/** `12 paragraph, 3 itemTitle`, the most frequent first. */
function countsOf(types: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const type of types) if (type !== 'raw') counts.set(type, (counts.get(type) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted.length === 0 ? 'none' : sorted.map(([type, count]) => `${count} ${type}`).join(', ');
}

/** `line 3, 5–9`: lines in their order. */
function rangesOf(lines: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const line of lines) {
    const current = ranges.at(-1);
    if (current !== undefined && line === current.last + 1) current.last = line;
    else ranges.push({ first: line, last: line });
  }
  const words = ranges.map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`));
  return `line${lines.length === 1 ? '' : 's'} ${words.join(', ')}`;
}
