import type { Result, Statement } from '../backend.js';
import type { StatementRole } from '../database.js';
import type { ReportedError } from '../statement-error.js';

/** What the worker is started with. */
export interface WorkerSetup {
  /** Folder of the database's files; null for memory. */
  readonly directory: string | null;
  /** An archive with which a new database starts, which is faster than building one. */
  readonly template: string | null;
}

/** To the worker: one statement, to close, or to write the database out as an archive. */
export type Request =
  | { readonly kind: 'run'; readonly id: number; readonly statement: Statement; readonly role: StatementRole }
  | { readonly kind: 'dump'; readonly id: number; readonly file: string }
  | { readonly kind: 'close'; readonly id: number };

/**
 * From the worker: it is ready or cannot start (`full`: a write found no room); a result; an error of the database; that the database is in an
 * unknown state; or that there is no room for its log, after which no answer comes.
 */
export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unable'; readonly message: string; readonly full: boolean }
  | { readonly kind: 'done'; readonly id: number; readonly result: Result }
  | { readonly kind: 'refused'; readonly id: number; readonly error: ReportedError }
  | { readonly kind: 'crashed'; readonly id: number; readonly message: string }
  | { readonly kind: 'full' };
