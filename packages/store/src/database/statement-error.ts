import { capital } from './capital.js';
import { StoreError, type StoreErrorCode, type StoreErrorData } from './store-error.js';

/** An error of a statement as both databases report it: `code` is the SQLSTATE. */
export interface ReportedError {
  readonly message: string;
  readonly code: string;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
  readonly schema?: string | undefined;
  readonly table?: string | undefined;
  readonly column?: string | undefined;
  readonly constraint?: string | undefined;
  readonly position?: string | undefined;
}

/** SQLSTATEs, or the classes that are their first two letters, with the code here and what to do. */
const MEANINGS: Readonly<Record<string, readonly [code: StoreErrorCode, fix: string]>> = {
  '57014': ['STATEMENT_TIMEOUT', 'Ask for less at once.'],
  '25P03': ['TRANSACTION_LOST', 'It stood idle too long; do it again.'],
  '40': ['STATEMENT_CONFLICT', 'Do it again.'],
  '55P03': ['STATEMENT_CONFLICT', 'Another transaction holds what it needs; do it again.'],
  '42501': ['DATABASE_REFUSED', 'The role it ran as lacks the right: grant it, or use a login that has it.'],
  '25006': ['DATABASE_REFUSED', 'The server is read only: name the primary in DATABASE_URL.'],
  '53100': ['DATABASE_FULL', 'Make room on the disk of the database.'],
  '54': ['STATEMENT_TOO_LARGE', 'Ask for less at once.'],
  '53300': ['DATABASE_BUSY', 'Raise max_connections of the server, or put a pooler before it.'],
  '53': ['DATABASE_BUSY', 'The server has run out of memory or another resource.'],
};

/** An error of the database as a store error; `place` names the database. */
export function statementError(error: ReportedError, place: string): StoreError {
  const [code, fix] = MEANINGS[error.code] ??
    MEANINGS[error.code.slice(0, 2)] ?? ['STATEMENT_FAILED', error.hint ?? ''];
  const message = `${capital(place)} refuses a statement: ${error.message} (SQLSTATE ${error.code}).${fix === '' ? '' : ` ${fix}`}`;
  return new StoreError(code, message, facts(error), { cause: error });
}

/** A statement past its limit. */
export function statementTimeout(place: string, timeout_ms: number | undefined): StoreError {
  const limit = timeout_ms === undefined ? 'its limit' : `its limit of ${timeout_ms} ms`;
  return new StoreError(
    'STATEMENT_TIMEOUT',
    `A statement on ${place} took longer than ${limit} and was ended. Ask for less at once.`,
    {
      timeout_ms: timeout_ms ?? null,
    },
  );
}

/** A statement that its caller gave up. */
export function statementCancelled(place: string): StoreError {
  return new StoreError('STATEMENT_CANCELLED', `A statement on ${place} was given up by its caller.`);
}

/** True for an error that carries a SQLSTATE. */
export function isReportedError(error: unknown): error is ReportedError {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) && 'severity' in error;
}

function facts({ code, detail, schema, table, column, constraint, position }: ReportedError): StoreErrorData {
  const given = Object.entries({ detail, schema, table, column, constraint, position });
  return { sqlstate: code, ...Object.fromEntries(given.filter(([, value]) => value !== undefined)) };
}
