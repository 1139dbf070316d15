import { randomBytes } from 'node:crypto';
import { type Database, MIGRATIONS, migrate, openDatabase } from '@broadsheet/store';
import { Client } from 'pg';
import { commandDatabases } from '../cli/databases.js';
import { DATABASES } from '../newsroom.js';

/** A kind of database with readers that may read what is public and nothing else. */
export interface GuardedDatabaseKind {
  readonly name: string;
  /** A fresh, migrated one. */
  open(): Promise<Database>;
}

/** The embedded database, whose readers take on the role; and PostgreSQL with a login of theirs, as DATABASE_READ_URL names it. */
export function guardedDatabases(): readonly GuardedDatabaseKind[] {
  const memory = DATABASES.filter(({ kind }) => kind === 'pglite').map((kind) => ({
    name: 'the embedded database',
    open: async () => {
      const database = await kind.open();
      await migrate(database, MIGRATIONS);
      return database;
    },
  }));
  const postgres = commandDatabases().filter(({ name }) => name === 'PostgreSQL');
  return [
    ...memory,
    ...postgres.map(({ make }) => ({ name: 'PostgreSQL with a login of readers', open: () => withLogin(make) })),
  ];
}

async function withLogin(make: ReturnType<typeof commandDatabases>[number]['make']): Promise<Database> {
  const place = await make();
  const url = place.flags[1] ?? '';
  const owner = await place.open();
  await migrate(owner, MIGRATIONS);
  await owner.close();
  const login = `reader_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  await asAdmin(url, `create role ${login} login password '${password}' in role broadsheet_reader`);
  const readUrl = new URL(url);
  readUrl.username = login;
  readUrl.password = password;
  const database = await openDatabase({ kind: 'postgres', url, readUrl: readUrl.href });
  const close = async (): Promise<void> => {
    await database.close();
    await asAdmin(url, `drop role ${login}`);
    await place.remove();
  };
  return { ...database, close };
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
