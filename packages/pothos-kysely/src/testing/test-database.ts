import type { Run } from '../run/statement.js';

/** A database to test on. */
export interface TestDatabase {
  /** How the names of its schemas begin. */
  readonly prefix: string;
  readonly run: Run;
  script(statements: readonly string[]): Promise<void>;
  close(): Promise<void>;
}
