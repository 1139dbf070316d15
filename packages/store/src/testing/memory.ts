import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDatabase } from '../database/create-database.js';
import type { Database } from '../database/database.js';
import { openMemory } from '../database/pglite/open-memory.js';
import { PgliteProcess } from '../database/pglite/pglite-process.js';
import type { DatabaseUnderTest } from './index.js';

/** PGlite in memory. Building an empty one takes seconds, so all start from an archive that the first has left. */
export const memoryUnderTest: DatabaseUnderTest = {
  kind: 'pglite',
  async open<Tables>(): Promise<Database<Tables>> {
    return createDatabase<Tables>(await openMemory(await ensureTemplate()));
  },
};

async function ensureTemplate(): Promise<string> {
  const file = templateFile();
  if (!existsSync(file)) await writeTemplate(file);
  return file;
}

/** One archive for each version of PGlite, whose folder has the version in its name. */
function templateFile(): string {
  const engine = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const version = createHash('sha256').update(engine).digest('hex').slice(0, 12);
  return fileURLToPath(new URL(`../../node_modules/.cache/broadsheet/empty-${version}.tar`, import.meta.url));
}

async function writeTemplate(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  const built = await PgliteProcess.start({ directory: null, template: null }, 'the embedded database');
  await built.dump(draft);
  await built.close();
  // Whole or not at all: other test files may be looking for it.
  await rename(draft, file);
}
