import { capital } from '../capital.js';
import { isReportedError, type ReportedError, statementError } from '../statement-error.js';
import { StoreError, type StoreErrorCode } from '../store-error.js';

/** SQLSTATEs with which a server turns a connection away, or ends it. */
const REFUSALS: Readonly<Record<string, readonly [code: StoreErrorCode, fix: string]>> = {
  '28P01': ['DATABASE_REFUSED', 'Check user and password in the address.'],
  '28000': ['DATABASE_REFUSED', 'Check user and password in the address, and pg_hba.conf of the server.'],
  '3D000': ['DATABASE_REFUSED', 'Create the database, or name another in the address.'],
  '42501': ['DATABASE_REFUSED', 'Give the login the right to connect.'],
  '53300': ['DATABASE_BUSY', 'Raise max_connections of the server, or put a pooler before it.'],
  '57P01': ['DATABASE_UNREACHABLE', 'The server is shutting down; it is tried again with the next statement.'],
  '57P02': ['DATABASE_UNREACHABLE', 'The server has crashed; it is tried again with the next statement.'],
  '57P03': ['DATABASE_UNREACHABLE', 'The server is starting up; it is tried again with the next statement.'],
};

/** Why no connection could be had, as a store error. */
export function connectionError(error: unknown, place: string): StoreError {
  if (error instanceof StoreError) return error;
  if (isReportedError(error)) return refusal(error, place);
  const reason = reasonOf(error);
  if (reason === 'timeout exceeded when trying to connect') return noneFree(place, error);
  return new StoreError(
    'DATABASE_UNREACHABLE',
    `${capital(place)} cannot be reached: ${reason}. ${fixOf(error)}; it is tried again with the next statement.`,
    { reason },
    { cause: error },
  );
}

/** Why a statement gave no answer, as a store error: the database refused it, or the connection broke under it. */
export function failureOf(error: unknown, place: string): StoreError {
  if (error instanceof StoreError) return error;
  if (isReportedError(error) && REFUSALS[error.code]?.[0] !== 'DATABASE_UNREACHABLE')
    return statementError(error, place);
  return new StoreError(
    'DATABASE_UNREACHABLE',
    `The connection to ${place} was lost under a statement: ${reasonOf(error)}. It is not known whether the statement took effect; a transaction that was not committed did not.`,
    { reason: reasonOf(error), lost: true },
    { cause: error },
  );
}

function refusal(error: ReportedError, place: string): StoreError {
  const [code, fix] = REFUSALS[error.code] ?? ['DATABASE_REFUSED', error.hint ?? 'Check the address.'];
  return new StoreError(
    code,
    `${capital(place)} turns the connection away: ${error.message} (SQLSTATE ${error.code}). ${fix}`,
    { sqlstate: error.code },
    { cause: error },
  );
}

function noneFree(place: string, cause: unknown): StoreError {
  return new StoreError(
    'DATABASE_BUSY',
    `No connection to ${place} became free in time. Send less at once, or raise the number of connections.`,
    {},
    { cause },
  );
}

function fixOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && CERTIFICATE.test(code))
    return 'Name the file of the authority that vouches for the server with sslrootcert= in the address, or say sslmode=no-verify where nobody can come in between';
  if (reasonOf(error) === NO_TLS) return 'Let it speak TLS, or say sslmode=disable in the address';
  return 'Check that the server runs and that the address is right';
}

/** What Node calls the faults of a certificate. */
const CERTIFICATE = /CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ALTNAME/;

const NO_TLS = 'The server does not support SSL connections';

function reasonOf(error: unknown): string {
  // A host with several addresses fails once for each.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
