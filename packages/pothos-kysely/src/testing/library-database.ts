import { type DocumentNode, type ExecutionArgs, type ExecutionResult, parse, validate } from 'graphql';
import { createEngine, type Engine } from '../run/engine.js';
import type { Statement } from '../run/statement.js';
import type { LibraryContext } from './library-builder.js';
import { librarySchema } from './library-schema.js';
import { scopesOf } from './library-scopes.js';
import { dropLibrarySql, librarySql } from './library-sql.js';
import { openPglite } from './pglite-database.js';
import { openPsql } from './psql-database.js';
import type { TestDatabase } from './test-database.js';

/** The test schema over a filled database, and every statement that was run for it. */
export interface Library {
  readonly engine: Engine;
  readonly context: LibraryContext;
  readonly statements: Statement[];
  readonly database: TestDatabase;
  /** Executes a valid operation. */
  ask(
    operation: string,
    variables?: Record<string, unknown>,
    context?: Partial<LibraryContext>,
  ): Promise<ExecutionResult>;
  args(operation: string, variables?: Record<string, unknown>): ExecutionArgs;
  close(): Promise<void>;
}

const url = process.env['BROADSHEET_TEST_DATABASE_URL'];

/** The databases to test on: the embedded one, and PostgreSQL where BROADSHEET_TEST_DATABASE_URL names one. */
export const databases: readonly { readonly name: string; readonly open: () => Promise<Library> }[] = [
  { name: 'PGlite', open: async () => fill(await openPglite()) },
  ...(url ? [{ name: 'PostgreSQL', open: () => fill(openPsql(url)) }] : []),
];

/** The title of the one test that is skipped where no PostgreSQL is named. */
export const postgresHint = 'PostgreSQL is tested too where BROADSHEET_TEST_DATABASE_URL names a database';

/** Whether PostgreSQL is tested. */
export const hasPostgres = url !== undefined;

/** Opens the embedded database alone, where a second one would show nothing more. */
export const openLibrary = async (): Promise<Library> => fill(await openPglite());

async function fill(database: TestDatabase): Promise<Library> {
  await database.script([...dropLibrarySql(database.prefix), ...librarySql(database.prefix)]);
  const statements: Statement[] = [];
  const engine = createEngine<LibraryContext>({
    schema: librarySchema,
    defaultScope: ({ scope }) => scope('now'),
    run:
      ({ executor = database.run }) =>
      (statement) => {
        statements.push(statement);
        return executor(statement);
      },
  });
  const context: LibraryContext = { scope: scopesOf(database.prefix), staff: true };
  const args = (operation: string, variableValues: Record<string, unknown> = {}): ExecutionArgs => ({
    schema: librarySchema,
    document: documentOf(operation),
    variableValues,
    contextValue: context,
  });
  return {
    engine,
    context,
    statements,
    database,
    args,
    ask: (operation, variables, more) =>
      engine.execute({ ...args(operation, variables), contextValue: { ...context, ...more } }),
    async close() {
      await database.script(dropLibrarySql(database.prefix));
      await database.close();
    },
  };
}

const documents = new Map<string, DocumentNode>();

function documentOf(operation: string): DocumentNode {
  const document = documents.get(operation) ?? parse(operation);
  for (const error of validate(librarySchema, document)) throw error;
  documents.set(operation, document);
  return document;
}
