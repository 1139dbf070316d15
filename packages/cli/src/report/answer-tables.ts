import { type Column, type Sheet, tableLines } from '../text/table.js';
import { visible } from '../text/visible.js';
import { cellsOf, isObject, isPlain, listOf } from './answer-cells.js';

/** The data of an answer for people: lists and connections as tables, an object as its fields one a line with its lists below. */
export function answerTables(data: object, sheet: Sheet): string[] {
  return Object.entries(data)
    .flatMap(([name, value]) => ['', ...block(name, value, sheet)])
    .slice(1);
}

function block(title: string, value: unknown, sheet: Sheet): string[] {
  const list = listOf(value);
  if (list !== undefined) return listBlock(title, list, value, sheet);
  if (!isObject(value)) return [`${sheet.colors.bold(title)}  ${visible(cellsOf(value).get('') || 'none')}`];
  return objectBlock(title, value, sheet);
}

function listBlock(title: string, list: readonly unknown[], value: unknown, sheet: Sheet): string[] {
  const head = `${sheet.colors.bold(title)}${notes(list.length, value)}`;
  if (list.length === 0) return [head];
  const rows = list.map(cellsOf);
  const names = columnsOf(rows);
  const cells = rows.map((row) => names.map((name) => row.get(name) ?? ''));
  const columns = names.map(
    (name, index): Column => ({
      title: name === '' ? 'value' : name,
      align: alignOf(cells.map((row) => row[index] ?? '')),
    }),
  );
  return [head, ...tableLines(columns, cells, sheet)];
}

/** ` (2 of 8; after: "WzIwMjYt…" goes on)` */
function notes(count: number, value: unknown): string {
  const { totalCount, pageInfo } = { totalCount: undefined, pageInfo: undefined, ...(isObject(value) ? value : {}) };
  const { hasNextPage, endCursor } = { hasNextPage: false, endCursor: null, ...(isObject(pageInfo) ? pageInfo : {}) };
  const counted = typeof totalCount === 'number' ? `${count} of ${totalCount}` : String(count);
  const next = hasNextPage && typeof endCursor === 'string' ? `; after: "${visible(endCursor)}" goes on` : '';
  return ` (${counted}${hasNextPage && next === '' ? ', and more' : next})`;
}

/** In the order in which they first occur; an object that is null in some rows and has fields in others has the fields' columns alone. */
function columnsOf(rows: readonly ReadonlyMap<string, string>[]): string[] {
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return names.filter((name) => !names.some((other) => other.startsWith(`${name}.`)));
}

function alignOf(cells: readonly string[]): 'left' | 'right' {
  return cells.some((cell) => cell !== '') && cells.every((cell) => /^(-?\d+(\.\d+)?)?$/.test(cell)) ? 'right' : 'left';
}

function objectBlock(title: string, value: object, sheet: Sheet): string[] {
  const fields = Object.entries(value);
  // Lists of objects are tables of their own; all else stands in one line.
  const tables = fields.filter(([, field]) => listOf(field)?.some((entry) => !isPlain(entry)) === true);
  const lines = fields.filter((field) => !tables.includes(field));
  const cells = [...cellsOf(Object.fromEntries(lines))];
  const width = cells.reduce((widest, [name]) => Math.max(widest, name.length), 0);
  return [
    sheet.colors.bold(title),
    ...cells.map(([name, cell]) => `  ${sheet.colors.dim(name.padEnd(width))}  ${visible(cell)}`),
    ...tables.flatMap(([name, field]) => ['', ...block(`${title}.${name}`, field, sheet)]),
  ];
}
