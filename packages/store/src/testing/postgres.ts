import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { Database } from '../database/database.js';
import { openDatabase } from '../database/open-database.js';
import type { DatabaseUnderTest } from './index.js';

/** A database of its own on a PostgreSQL server, for each call. */
export function postgresUnderTest(adminUrl: string): DatabaseUnderTest {
  return {
    kind: 'postgres',
    async open<Tables>(): Promise<Database<Tables>> {
      const { url, drop } = await createScratchDatabase(adminUrl);
      const database = await openDatabase<Tables>({ kind: 'postgres', url });
      const close = async (): Promise<void> => {
        await database.close();
        await drop();
      };
      return { ...database, close };
    },
  };
}

/** A new, empty database; `drop` ends whoever is connected to it. */
export async function createScratchDatabase(adminUrl: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `broadsheet_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(adminUrl, [CREATE_READER, GRANT_READER, `create database ${name} encoding 'UTF8' template template0`]);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(adminUrl, [`drop database if exists ${name} with (force)`]) };
}

/** Roles belong to the whole server, so that test files that migrate at once would get into each other's way. */
const CREATE_READER = `do $$
  begin
    create role broadsheet_reader nologin;
  exception when duplicate_object or unique_violation then null;
  end
$$`;

/** So does membership: two migrations that grant it at once refuse each other, and one that finds it granted does nothing. */
const GRANT_READER = `do $$
  begin
    grant broadsheet_reader to current_user;
  exception when others then null;
  end
$$`;

async function asAdmin(url: string, commands: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const command of commands) await client.query(command);
  } finally {
    await client.end();
  }
}
