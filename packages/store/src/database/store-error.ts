/**
 * Every code of a store error, with the sentence that says when it is thrown. Others add their lines here: one table, one meaning a code.
 */
export const STORE_ERROR_CODES = {
  // Reaching a database
  DATABASE_UNREACHABLE: 'Nothing answers at the address, or the connection was lost.',
  DATABASE_REFUSED: 'The server answers and refuses: password, login, database name or rights.',
  DATABASE_BUSY: 'No connection became free in time.',
  DATABASE_UNSUITABLE: 'The server is too old, or the database is not in UTF-8.',
  DATABASE_URL_INVALID: 'The address of the database cannot be read.',
  DATABASE_READER_MISSING: 'The role of readers is not there, or may not be taken on.',
  DATABASE_NEWER: 'A newer product has migrated the database.',
  DATABASE_FULL: 'There is no room on the disk of the database.',
  DATABASE_LOST: 'An embedded database in memory had to be ended, and what it held is gone.',
  DATABASE_CLOSED: 'The database was closed.',
  // Statements
  STATEMENT_TIMEOUT: 'A statement took longer than its limit.',
  STATEMENT_CANCELLED: 'The caller gave up on a statement.',
  STATEMENT_CONFLICT: 'Two transactions stood in each other’s way; doing it again may work.',
  STATEMENT_TOO_LARGE: 'A statement asks for more columns, or is nested deeper, than the database takes.',
  STATEMENT_FAILED: 'The database refuses a statement; `data.sqlstate` says why.',
  TRANSACTION_LOST: 'The connection of a transaction broke: nothing of it was stored.',
  NESTED_DATABASE_USE: 'The database was used from inside one of its own transactions.',
  // Values on their way in and out
  NUL_CHARACTER: 'A text holds the character NUL, which PostgreSQL cannot store.',
  LONE_SURROGATE: 'A text holds half of a surrogate pair, which is not a character.',
  PARAMETER_TOO_DEEP: 'A value is nested too deeply.',
  PARAMETER_TOO_LARGE: 'A value is too large, or there are too many of them.',
  PARAMETER_UNSUPPORTED: 'A value has no form in SQL.',
  VALUE_OUT_OF_RANGE: 'A number of the database is too large for a JavaScript number.',
  // The data directory
  DATA_DIRECTORY_IN_USE: 'Another process holds the data directory.',
  DATA_DIRECTORY_UNRECOGNISED:
    'The directory holds something that is not a data directory, or has lost its version file.',
  DATA_DIRECTORY_NEWER: 'A newer product has written the data directory.',
  DATA_DIRECTORY_DAMAGED: 'The embedded database does not start on its files.',
  DATA_DIRECTORY_UNUSABLE: 'The directory cannot be made, read or written.',
  // Documents and publications
  UNKNOWN_PUBLICATION: 'No publication has this slug.',
  UNKNOWN_LAYOUT: 'No layout has this name.',
  SLUG_TAKEN: 'Another publication has this slug.',
  BAD_VALUE: 'A value is not of the form that its field takes; `data.field` names it.',
  EMPTY_DOCUMENT: 'A document without text.',
  DOCUMENT_TOO_LARGE: 'A document over the limit.',
  NOT_RECOGNISED: 'The layout recognises nothing in a document.',
  ISSUE_CONFLICT: 'A document has the number of an issue that it can not be.',
  // What is searched for
  QUERY_TOO_LONG: 'A query has too many characters or words.',
  QUOTE_UNSUITABLE: 'A quote is too long, or has no word by which it could be found.',
  // Tokens
  UNKNOWN_TOKEN: 'No token has this id.',
  // Editorial life
  UNKNOWN_ISSUE: 'There is no issue with this id, or with this slug in the publication.',
  UNKNOWN_REVISION: 'The issue has no revision with this ordinal.',
  STALE_REVISION: 'A newer revision came since the one that was looked at.',
  NOT_PUBLISHED: 'What never was public cannot be withdrawn.',
  // Decisions about sources, keywords and contributors
  UNKNOWN_ENTITY: 'There is no source, keyword or contributor with this id.',
  ENTITY_TYPES_DIFFER: 'Only what is of one type can be merged.',
  MERGE_CIRCLE: 'An entity would be merged into itself.',
  UNKNOWN_NAME: 'A name that is not one of the entity’s; `data.field` says which.',
  LAST_NAME: 'An entity cannot lose all its names.',
  NAME_TAKEN: 'Another entity of the type has this name or slug.',
  ALIAS_PRINTED: 'A name that items print is no alias given by hand.',
  // Export, import and purge
  IMPORT_NOT_EMPTY: 'An import goes into an empty database, and this one is not.',
  IMPORT_FORMAT: 'A line is not what an export has there; `data.line` counts from 1.',
  IMPORT_TRUNCATED: 'An export ends before its last line.',
  IMPORT_DAMAGED: 'An export was changed since it was written: its hash, counts or rows do not hold.',
  IMPORT_NEWER: 'An export was written by a newer version.',
  REVISION_SHOWN: 'A revision that is shown cannot be purged alone.',
} as const;

/** A stable name for a kind of failure; callers tell errors apart by it, never by the message. */
export type StoreErrorCode = keyof typeof STORE_ERROR_CODES;

/** Facts of one failure, fit for JSON. */
export type StoreErrorData = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** A failure that the store foresees. Its message names the thing, the place and the fix, and never holds a password. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  readonly data: StoreErrorData;

  constructor(code: StoreErrorCode, message: string, data: StoreErrorData = {}, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.data = data;
  }
}

/** True for a store error, of the given code where one is given. */
export function isStoreError(error: unknown, code?: StoreErrorCode): error is StoreError {
  return error instanceof StoreError && (code === undefined || error.code === code);
}
