import { STATE_TABLE_NAMES, STATE_TABLES } from '../state-tables.js';

/** A table that goes into an export. */
export interface TransferTable {
  /** With its schema: 'editorial.document'. */
  readonly name: string;
  /** Columns that put its rows in order; in `past` two rows may have the same. */
  readonly order: readonly string[];
  /** Rows fetched at once at most: few where one may be as large as a document. */
  readonly batch: number;
}

const SMALL = 1_000;
const LARGE = 16;

const LARGE_TABLES: ReadonlySet<string> = new Set(['document', 'revision', 'issue', 'section', 'item', 'exchange']);

const table = (schema: string, name: string, order: readonly string[]): TransferTable => ({
  name: `${schema}.${name}`,
  order,
  batch: LARGE_TABLES.has(name) ? LARGE : SMALL,
});

const state = (schema: string, more: readonly string[] = []): TransferTable[] =>
  STATE_TABLE_NAMES.map((name) => table(schema, name, [...STATE_TABLES[name].key, ...more]));

/** Every table of an export, in an order in which what is pointed at stands before what points. */
export const TRANSFER_TABLES: readonly TransferTable[] = [
  table('editorial', 'publication', ['id']),
  table('editorial', 'document', ['sha256']),
  table('editorial', 'issue', ['id']),
  table('editorial', 'revision', ['id']),
  table('editorial', 'identity', ['id']),
  table('editorial', 'definition', ['short', 'long']),
  table('editorial', 'curation', ['id']),
  table('editorial', 'log_head', ['only_one']),
  ...state('published'),
  table('published', 'kept_count', ['id']),
  table('published', 'gone', ['id']),
  table('published', 'change', ['seq']),
  table('published', 'change_entry', ['seq', 'ordinal']),
  ...state('past', ['since', 'until']),
  ...state('draft'),
];

/**
 * What belongs to one installation and stays there: with an export nobody gets tokens, and none that was revoked since comes back with it;
 * the audit log says what was done on this database.
 */
export const KEPT_TABLES: readonly string[] = ['editorial.audit', 'editorial.token'];

/** The schemas whose tables an export holds. */
export const TRANSFER_SCHEMAS = ['editorial', 'published', 'past', 'draft'] as const;

/** The one table that has a row in an empty database too. */
export const LOG_HEAD = 'editorial.log_head';
