import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { databasesUnderTest } from '../testing/index.js';
import { createScratchDatabase } from '../testing/postgres.js';
import { type Migration, migrate } from './migrate.js';
import { openDatabase } from './open-database.js';

const FIRST: Migration = { name: '0001-first', up: async (db) => void (await sql`create table first (a int)`.execute(db)) };
const SECOND: Migration = { name: '0002-second', up: async (db) => void (await sql`create table second (a int)`.execute(db)) };
const BROKEN: Migration = {
  name: '0003-broken',
  async up(db) {
    await sql`create table third (a int)`.execute(db);
    await sql`select 1 / 0`.execute(db);
  },
};

describe.each(databasesUnderTest())('migrate on a database of the kind $kind', ({ open }) => {
  it('applies what is missing, in order, and nothing twice', async () => {
    const database = await open();
    expect(await migrate(database, [FIRST])).toEqual({ applied: ['0001-first'] });
    expect(await migrate(database, [FIRST, SECOND])).toEqual({ applied: ['0002-second'] });
    expect(await migrate(database, [FIRST, SECOND])).toEqual({ applied: [] });
    await database.close();
  });

  it('leaves nothing of a migration that fails, nor of those before it in the same run', async () => {
    const database = await open();
    await migrate(database, [FIRST]);
    await expect(migrate(database, [FIRST, SECOND, BROKEN])).rejects.toMatchObject({ code: 'STATEMENT_FAILED' });
    expect(await database.text(`select to_regclass('second')::text`, [], { as: 'owner' })).toBeNull();
    expect(await migrate(database, [FIRST, SECOND])).toEqual({ applied: ['0002-second'] });
    await database.close();
  });

  it('refuses a database that a newer version has migrated, and names the migration', async () => {
    const database = await open();
    await migrate(database, [FIRST, SECOND]);
    await expect(migrate(database, [FIRST])).rejects.toMatchObject({ code: 'DATABASE_NEWER', data: { unknown: ['0002-second'] } });
    await database.close();
  });
});

const url = process.env['BROADSHEET_TEST_DATABASE_URL'];

describe.runIf(url)('migrate from several processes', () => {
  it('gives one schema when eight start at once, and all succeed', async () => {
    const scratch = await createScratchDatabase(url ?? '');
    const databases = await Promise.all(Array.from({ length: 8 }, () => openDatabase({ kind: 'postgres', url: scratch.url })));
    const results = await Promise.all(databases.map((database) => migrate(database, [FIRST, SECOND])));
    expect(results.flatMap(({ applied }) => applied)).toEqual(['0001-first', '0002-second']);
    await Promise.all(databases.map((database) => database.close()));
    await scratch.drop();
  });
});
