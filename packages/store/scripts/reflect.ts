import { writeFile } from 'node:fs/promises';
import { migrate } from '../src/database/migrate.js';
import { openDatabase } from '../src/database/open-database.js';
import { MIGRATIONS } from '../src/migrations/all.js';
import { reflectSchema } from '../src/migrations/reflect-schema.js';

// Writes schema/schema.sql at the root of the workspace: `pnpm codegen`.
const database = await openDatabase({ kind: 'pglite-memory' });
await migrate(database, MIGRATIONS);
await writeFile(new URL('../../../schema/schema.sql', import.meta.url), await reflectSchema(database.kysely));
await database.close();
