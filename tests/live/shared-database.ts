import { randomBytes } from 'node:crypto';
import { addPublication, type Database, MIGRATIONS, migrate, openDatabase } from '@broadsheet/store';
import { Client } from 'pg';

/** One PostgreSQL database that two processes use, each through pools of its own: what one writes the other hears of by LISTEN alone. */
export interface SharedDatabase {
  /** The one that a server stands on. */
  readonly served: Database;
  /** The one that writes. */
  readonly writer: Database;
  /** Ends the connection that listens, from outside; gives how many there were. */
  killListener(): Promise<number>;
  close(): Promise<void>;
}

/** Makes one, migrated and with the publication 'swb'; undefined where there is no PostgreSQL (a line says so). */
export async function openSharedDatabase(): Promise<SharedDatabase | undefined> {
  const adminUrl = process.env['BROADSHEET_TEST_DATABASE_URL'] ?? '';
  if (adminUrl === '') {
    process.stderr.write(
      'Two processes on one database did not run: there is no PostgreSQL. `pnpm test` starts one.\n',
    );
    return undefined;
  }
  const name = `broadsheet_live_${randomBytes(6).toString('hex')}`;
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${name} encoding 'UTF8' template template0`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const [served, writer] = await Promise.all([open(url.href), open(url.href)]);
  await migrate(writer, MIGRATIONS);
  await addPublication(writer, { slug: 'swb', title: 'Shanghai Weekly Bulletin', timeZone: 'Asia/Shanghai' });
  return {
    served,
    writer,
    killListener: async () => {
      const { rowCount } = await admin.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name = 'broadsheet listen'",
        [name],
      );
      return rowCount ?? 0;
    },
    close: async () => {
      await Promise.all([served.close(), writer.close()]);
      await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}

function open(url: string): Promise<Database> {
  return openDatabase({ kind: 'postgres', url });
}
