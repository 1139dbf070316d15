/**
 * An export is JSON Lines in UTF-8: a header, one line a row, a trailer.
 *
 * ```
 * {"format":"broadsheet-export","version":1,"migration":"0001-ground","counts":{"editorial.publication":1,…}}
 * {"table":"editorial.publication","row":{"id":"publication_…","slug":"harbour-weekly","layout":null}}
 * {"lines":2,"sha256":"…"}
 * ```
 *
 * The trailer counts the lines before it and has their SHA-256, each with its line feed, in hex.
 */
export const FORMAT = 'broadsheet-export';

/** Of the form above; a product that changes it counts on. */
export const FORMAT_VERSION = 1;

/** The first line. */
export interface Header {
  readonly format: typeof FORMAT;
  readonly version: number;
  /** The last migration of the schema that the rows have. */
  readonly migration: string;
  /** Rows by table. */
  readonly counts: Readonly<Record<string, number>>;
}

/** The last line. */
export interface Trailer {
  readonly lines: number;
  readonly sha256: string;
}

/** A row on its way, its JSON as the database printed it. */
export interface RowLine {
  readonly table: string;
  readonly json: string;
}

/** The line of a row. A line feed in the JSON of a database stands between tokens, where a blank says the same. */
export function printRow({ table, json }: RowLine): string {
  return `{"table":"${table}","row":${json.replaceAll('\n', ' ')}}`;
}

const ROW = /^\{"table":"([a-z_]+\.[a-z_]+)","row":(\{.*\})\}$/s;

/** The row of a line; undefined for a line that is none. */
export function parseRow(line: string): RowLine | undefined {
  const [, table, json] = ROW.exec(line) ?? [];
  if (table === undefined || json === undefined || parseObject(json) === undefined) return undefined;
  return { table, json };
}

/** The header of a line, of whatever version; undefined for a line that is none. */
export function parseHeader(line: string): Header | undefined {
  const value = parseObject(line);
  if (value?.['format'] !== FORMAT) return undefined;
  const { version, migration, counts } = value;
  if (typeof version !== 'number' || typeof migration !== 'string') return undefined;
  return isCounts(counts) ? { format: FORMAT, version, migration, counts } : undefined;
}

/** The trailer of a line; undefined for a line that is none. */
export function parseTrailer(line: string): Trailer | undefined {
  if (!line.startsWith('{"lines":')) return undefined;
  const { lines, sha256 } = parseObject(line) ?? {};
  return typeof lines === 'number' && typeof sha256 === 'string' ? { lines, sha256 } : undefined;
}

function isCounts(value: unknown): value is Header['counts'] {
  return isObject(value) && Object.values(value).every((count) => typeof count === 'number');
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
