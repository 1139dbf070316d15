import stringWidth from 'string-width';
import type { Colors } from '../terminal.js';
import { clip, pad } from './clip.js';
import { visible } from './visible.js';

/** A column of a table. */
export interface Column {
  readonly title: string;
  /** `left` where it is left out. */
  readonly align?: 'left' | 'right';
}

/** Where a table is printed. */
export interface Sheet {
  readonly colors: Colors;
  /** Columns of the terminal, into which the table must fit; undefined: as wide as it is. */
  readonly columns: number | undefined;
}

const GAP = '  ';
/** Narrower than this a column says nothing. */
const NARROWEST = 6;

/** A table as lines: titles, a rule, a line a row. Where the terminal is too narrow for it the widest columns are clipped. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { colors, columns: limit }: Sheet,
): string[] {
  const shown = rows.map((row) => row.map(visible));
  const natural = columns.map(({ title }, index) =>
    shown.reduce((widest, row) => Math.max(widest, stringWidth(row[index] ?? '')), stringWidth(title)),
  );
  const widths = limit === undefined ? natural : fit(natural, limit - GAP.length * (columns.length - 1));
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, index) => pad(clip(cells[index] ?? '', widths[index] ?? 0), widths[index] ?? 0, align))
      .join(GAP)
      .trimEnd();
  return [
    colors.bold(line(columns.map(({ title }) => title))),
    colors.dim(widths.map((width) => '─'.repeat(width)).join(GAP)),
    ...shown.map(line),
  ];
}

/** Takes from the widest column, one by one, until all fit or none has anything to give. */
function fit(natural: readonly number[], limit: number): number[] {
  const widths = [...natural];
  for (let over = sum(widths) - limit; over > 0; over -= 1) {
    const widest = Math.max(...widths);
    if (widest <= NARROWEST) break;
    widths[widths.lastIndexOf(widest)] = widest - 1;
  }
  return widths;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
