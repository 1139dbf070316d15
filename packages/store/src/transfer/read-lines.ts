import { createHash, type Hash } from 'node:crypto';
import { FORMAT, FORMAT_VERSION, type Header, parseHeader, parseRow, parseTrailer, type RowLine } from './format.js';
import { badLine, damaged, newer, truncated } from './import-error.js';

/** A row and the line that it stands on. */
export interface NumberedRow extends RowLine {
  readonly line: number;
}

/** An export being read: its header is known, its rows come. */
export interface ReadExport {
  readonly header: Header;
  /** Throws StoreError IMPORT_FORMAT, IMPORT_TRUNCATED or IMPORT_DAMAGED; ends only where the whole export is as it was written. */
  readonly rows: AsyncIterable<NumberedRow>;
}

/** Reads the lines of an export. Throws StoreError IMPORT_FORMAT, IMPORT_TRUNCATED or IMPORT_NEWER for its header. */
export async function readLines(lines: AsyncIterator<string>): Promise<ReadExport> {
  const first = await lines.next();
  if (first.done === true) throw truncated(0);
  const header = parseHeader(first.value);
  if (header === undefined) {
    throw (await isOver(lines)) && first.value.startsWith(`{"format":"${FORMAT}"`)
      ? truncated(1)
      : badLine(1, `a header, {"format":"${FORMAT}",…}`);
  }
  if (header.version > FORMAT_VERSION) throw newer(header);
  const hash = createHash('sha256').update(first.value).update('\n');
  return { header, rows: readRows(lines, header, hash) };
}

async function* readRows(lines: AsyncIterator<string>, header: Header, hash: Hash): AsyncGenerator<NumberedRow> {
  const counts = new Map<string, number>();
  for (let line = 2; ; line += 1) {
    const next = await lines.next();
    if (next.done === true) throw truncated(line - 1);
    const row = parseRow(next.value);
    if (row === undefined) return assertEnd(lines, { text: next.value, line, header, hash, counts });
    hash.update(next.value).update('\n');
    counts.set(row.table, (counts.get(row.table) ?? 0) + 1);
    yield { ...row, line };
  }
}

interface End {
  readonly text: string;
  readonly line: number;
  readonly header: Header;
  readonly hash: Hash;
  readonly counts: ReadonlyMap<string, number>;
}

/** What is no row has to be the trailer, the last line, and to agree with all that came. */
async function assertEnd(lines: AsyncIterator<string>, { text, line, header, hash, counts }: End): Promise<void> {
  const trailer = parseTrailer(text);
  const last = await isOver(lines);
  if (trailer === undefined) throw last ? truncated(line) : badLine(line, 'a row, {"table":…,"row":…}');
  if (!last) throw badLine(line + 1, 'nothing after the trailer');
  const tables = new Set([...Object.keys(header.counts), ...counts.keys()]);
  for (const table of tables) assertCount(table, header.counts[table] ?? 0, counts.get(table) ?? 0);
  if (trailer.lines !== line - 1 || trailer.sha256 !== hash.digest('hex')) {
    throw damaged('the SHA-256 of its lines is not the one in its last line', { sha256: trailer.sha256 });
  }
}

function assertCount(table: string, expected: number, found: number): void {
  if (expected === found) return;
  throw damaged(`it says that ${table} has ${expected} rows, and holds ${found}`, { table, expected, found });
}

async function isOver(lines: AsyncIterator<string>): Promise<boolean> {
  return (await lines.next()).done === true;
}
