import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@broadsheet/store';
import { Client } from 'pg';

/** A database that the command is pointed at by flags, and that this process may open while no command holds it. */
export interface CommandDatabase {
  readonly flags: readonly string[];
  open(): Promise<Database>;
  remove(): Promise<void>;
}

/** One kind of database that the command works on. */
export interface CommandDatabaseKind {
  readonly name: 'the embedded database' | 'PostgreSQL';
  /** A fresh, empty one. */
  make(): Promise<CommandDatabase>;
}

/** The embedded database always, PostgreSQL where BROADSHEET_TEST_DATABASE_URL is set (a line says where it is not). */
export function commandDatabases(): readonly CommandDatabaseKind[] {
  const url = process.env['BROADSHEET_TEST_DATABASE_URL'];
  if (url !== undefined && url !== '') return [embedded, postgres(url)];
  process.stderr.write(
    'The PostgreSQL half did not run: BROADSHEET_TEST_DATABASE_URL is not set. `pnpm test` sets it.\n',
  );
  return [embedded];
}

/** One kind alone, for what does not differ between them: PostgreSQL where there is one, which is quicker to open. */
export function oneCommandDatabase(): CommandDatabaseKind {
  return commandDatabases().at(-1) ?? embedded;
}

/** Building an empty data directory takes seconds, so all are copies of one that the first has left. */
export const embedded: CommandDatabaseKind = {
  name: 'the embedded database',
  async make() {
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-data-'));
    const directory = join(folder, 'data');
    await cp(await ensureTemplate(), directory, { recursive: true });
    return {
      flags: ['--data', directory],
      open: () => openDatabase({ kind: 'pglite', directory }),
      remove: () => rm(folder, { recursive: true, force: true }),
    };
  },
};

const CACHE = join(import.meta.dirname, '../node_modules/.cache/broadsheet');

async function ensureTemplate(): Promise<string> {
  const template = join(CACHE, `directory-${engineVersion()}`);
  if (existsSync(template)) return template;
  await mkdir(CACHE, { recursive: true });
  const draft = await mkdtemp(join(CACHE, 'new-'));
  await (await openDatabase({ kind: 'pglite', directory: draft })).close();
  // Whole or not at all: other test files may be looking for it, and may have been faster.
  await rename(draft, template).catch(() => rm(draft, { recursive: true }));
  return template;
}

/** PGlite's folder has the version in its name. */
function engineVersion(): string {
  const store = createRequire(import.meta.resolve('@broadsheet/store'));
  return createHash('sha256').update(store.resolve('@electric-sql/pglite')).digest('hex').slice(0, 12);
}

function postgres(adminUrl: string): CommandDatabaseKind {
  return {
    name: 'PostgreSQL',
    async make() {
      const name = `broadsheet_test_${randomBytes(6).toString('hex')}`;
      await asAdmin(adminUrl, `create database ${name} encoding 'UTF8' template template0`);
      const url = new URL(adminUrl);
      url.pathname = `/${name}`;
      return {
        flags: ['--database', url.href],
        open: () => openDatabase({ kind: 'postgres', url: url.href, max: 2 }),
        remove: () => asAdmin(adminUrl, `drop database if exists ${name} with (force)`),
      };
    },
  };
}

async function asAdmin(url: string, command: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(command);
  } finally {
    await client.end();
  }
}
