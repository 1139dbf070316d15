import type { ResultColumn } from '../../backend.js';
import type { ReportedError } from '../../statement-error.js';

/** The fields of a row, each as the database prints it. */
export function readRow(bytes: Buffer, from: number): (string | null)[] {
  const row: (string | null)[] = [];
  let at = from + 2;
  for (let missing = bytes.readUInt16BE(from); missing > 0; missing -= 1) {
    const length = bytes.readInt32BE(at);
    at += 4;
    row.push(length < 0 ? null : bytes.toString('utf8', at, at + length));
    if (length > 0) at += length;
  }
  return row;
}

/** The first field of a row; null where there is none. */
export function readFirst(bytes: Buffer, from: number): string | null {
  if (bytes.readUInt16BE(from) === 0) return null;
  const length = bytes.readInt32BE(from + 2);
  return length < 0 ? null : bytes.toString('utf8', from + 6, from + 6 + length);
}

/** Bytes of what follows a column's name: its table and place in it, its type, that type's size and modifier, and its form. */
const COLUMN_TAIL = 18;
const TYPE_AT = 6;

export function readColumns(bytes: Buffer, from: number): ResultColumn[] {
  const columns: ResultColumn[] = [];
  let at = from + 2;
  for (let missing = bytes.readUInt16BE(from); missing > 0; missing -= 1) {
    const end = bytes.indexOf(0, at);
    columns.push({ name: bytes.toString('utf8', at, end), type: bytes.readUInt32BE(end + 1 + TYPE_AT) });
    at = end + 1 + COLUMN_TAIL;
  }
  return columns;
}

/** What a command did: the first word of its tag, and the rows that it counts, where it counts any. */
export interface Tag {
  readonly command: string;
  readonly count: number | null;
}

export function readTag(bytes: Buffer, from: number, to: number): Tag {
  const text = bytes.toString('latin1', from, to - 1);
  const space = text.indexOf(' ');
  if (space < 0) return { command: text, count: null };
  const count = Number(text.slice(text.lastIndexOf(' ') + 1));
  return { command: text.slice(0, space), count: Number.isInteger(count) ? count : null };
}

/** An error that the server has reported. */
export class ServerError extends Error implements ReportedError {
  readonly severity: string;
  readonly code: string;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  readonly schema: string | undefined;
  readonly table: string | undefined;
  readonly column: string | undefined;
  readonly constraint: string | undefined;
  readonly position: string | undefined;

  /** @param fields by the letters of the protocol */
  constructor(fields: ReadonlyMap<string, string>) {
    super(fields.get('M') ?? 'The server reports an error.');
    this.severity = fields.get('V') ?? fields.get('S') ?? 'ERROR';
    this.code = fields.get('C') ?? 'XX000';
    this.detail = fields.get('D');
    this.hint = fields.get('H');
    this.schema = fields.get('s');
    this.table = fields.get('t');
    this.column = fields.get('c');
    this.constraint = fields.get('n');
    this.position = fields.get('P');
  }
}

export function readError(bytes: Buffer, from: number, to: number): ServerError {
  const fields = new Map<string, string>();
  for (let at = from; at < to && bytes[at] !== 0; ) {
    const end = bytes.indexOf(0, at);
    fields.set(String.fromCharCode(bytes[at] ?? 0), bytes.toString('utf8', at + 1, end));
    at = end + 1;
  }
  return new ServerError(fields);
}
