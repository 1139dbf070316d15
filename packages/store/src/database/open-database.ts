import { createDatabase } from './create-database.js';
import type { Database, DatabaseOptions } from './database.js';
import { openDirectory } from './pglite/open-directory.js';
import { openMemory } from './pglite/open-memory.js';
import { openPostgres } from './postgres/postgres-backend.js';

/**
 * Opens a database; its schema is as it is, see `migrate`.
 *
 * @throws {StoreError} with a code of reaching a database or of the data directory; nothing stays open then.
 */
export async function openDatabase<Tables = unknown>(options: DatabaseOptions): Promise<Database<Tables>> {
  return createDatabase<Tables>(await openBackend(options));
}

function openBackend(options: DatabaseOptions) {
  switch (options.kind) {
    case 'postgres':
      return openPostgres(options);
    case 'pglite':
      return openDirectory(options.directory);
    case 'pglite-memory':
      return openMemory(null);
    default:
      return options satisfies never;
  }
}
