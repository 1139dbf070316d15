export { BY_KEYS } from '../database/postgres/postgres-pool.js';

import type { Database } from '../database/database.js';
import { memoryUnderTest } from './memory.js';
import { postgresUnderTest } from './postgres.js';

export { FlakyProxy } from './flaky-proxy.js';
export { namingDocument, namingIssues } from './names/labelled-names.js';
export { scoreNames, type TiedName } from './names/score-names.js';
export { countRows } from './sample-issues.js';
export { mountSmallDisk, type SmallDisk } from './small-disk.js';

/** One kind of database that tests run on. */
export interface DatabaseUnderTest {
  readonly kind: Database['kind'];
  /** A fresh, empty database of its own; gone when it is closed. */
  open<Tables = unknown>(): Promise<Database<Tables>>;
}

/**
 * The databases to run a test on: PGlite in memory always, and PostgreSQL where BROADSHEET_TEST_DATABASE_URL is the address of a login that
 * may create databases and roles (`pnpm test` starts a server and sets it).
 */
export function databasesUnderTest(): readonly DatabaseUnderTest[] {
  const url = process.env['BROADSHEET_TEST_DATABASE_URL'];
  if (url !== undefined && url !== '') return [memoryUnderTest, postgresUnderTest(url)];
  process.stderr.write(
    'The PostgreSQL half did not run: BROADSHEET_TEST_DATABASE_URL is not set. `pnpm test` sets it.\n',
  );
  return [memoryUnderTest];
}
