import { StoreError } from '../database/store-error.js';
import type { Header } from './format.js';

/** A line that is not of the form of an export. */
export function badLine(line: number, expected: string): StoreError {
  return new StoreError(
    'IMPORT_FORMAT',
    `Line ${line} is not what an export has there: expected ${expected}. Nothing was imported. Give a file that 'broadsheet export' or 'backup' wrote, unchanged.`,
    { line, expected },
  );
}

/** An export without its end. */
export function truncated(lines: number): StoreError {
  const what = lines === 0 ? 'The export is empty' : `The export ends after line ${lines}, before its last line`;
  return new StoreError('IMPORT_TRUNCATED', `${what}. Nothing was imported. Get the whole file, or export again.`, {
    lines,
  });
}

/** An export that does not hold what was exported. */
export function damaged(what: string, data: StoreError['data'] = {}, cause?: unknown): StoreError {
  return new StoreError(
    'IMPORT_DAMAGED',
    `The export was changed since it was written: ${what}. Nothing was imported. Use another copy, or export again.`,
    data,
    { cause },
  );
}

/** An export of a version to come. */
export function newer({ version, migration }: Header): StoreError {
  return new StoreError(
    'IMPORT_NEWER',
    `The export was written by a newer version (format ${version}, migration ${migration}). Nothing was imported. Import it with that version or a later one.`,
    { version, migration },
  );
}

/** A database that is no place for an import. */
export function notEmpty(found: readonly string[]): StoreError {
  return new StoreError(
    'IMPORT_NOT_EMPTY',
    `An import goes into an empty database, and this one holds ${found.join(', ')}. Nothing was changed. Name another: a data directory with --data, or a new PostgreSQL database with --database.`,
    { found },
  );
}
