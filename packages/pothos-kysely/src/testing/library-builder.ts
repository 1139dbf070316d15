import SchemaBuilder from '@pothos/core';
import '../index.js';
import type { Run } from '../run/statement.js';
import type { Scope } from '../source/scope.js';
import type { LibraryTables } from './library-tables.js';

/** What an operation of the test schema runs with. */
export interface LibraryContext {
  /** The state of that name. */
  scope(key: string): Scope;
  readonly staff: boolean;
  /** Stands for the executor of an open transaction. */
  readonly transaction?: Run;
  /** In place of the database. */
  readonly executor?: Run;
}

/** The builder of the test schema. */
export const builder = new SchemaBuilder<{
  DefaultFieldNullability: false;
  Context: LibraryContext;
  Tables: LibraryTables;
  Scalars: { Date: { Input: string; Output: string } };
}>({ plugins: ['kysely'], defaultFieldNullability: false, kysely: { defaultPageSize: 3, maxPageSize: 10, maxIds: 5 } });
