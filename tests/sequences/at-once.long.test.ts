import { MIGRATIONS, migrate, openDatabase } from '@broadsheet/store';
import { databasesUnderTest } from '@broadsheet/store/testing';
import { describe, expect, it } from 'vitest';
import { differAtOnce } from './at-once.js';
import { differInTwo, differWhenCutOff } from './at-once-disturbed.js';

/** More by SEQUENCES=200, from another seed by SEED=7. */
const COUNT = Number(process.env['SEQUENCES'] ?? 1);
const SEED = Number(process.env['SEED'] ?? 1);

describe.each(databasesUnderTest())('documents given at once on $kind', (kind) => {
  it(
    `leave what they leave one after another, and are told the same: heaps from seed ${SEED}`,
    { timeout: 600_000 },
    async () => {
      const database = await kind.open();
      await migrate(database, MIGRATIONS);
      for (let seed = SEED; seed < SEED + COUNT; seed++) expect(await differAtOnce(database, seed)).toEqual([]);
      await database.close();
    },
  );
});

/** The embedded database has one connection, which nobody else holds. */
const shared = databasesUnderTest().filter(({ kind }) => kind === 'postgres');

describe.each(shared)('documents given at once on $kind, which others reach too,', (kind) => {
  it.each([
    ['by two', differInTwo],
    ['while connections are cut off', differWhenCutOff],
  ])('leave what they leave one after another: %s', { timeout: 600_000 }, async (_, differ) => {
    const database = await kind.open();
    await migrate(database, MIGRATIONS);
    const url = new URL(process.env['BROADSHEET_TEST_DATABASE_URL'] ?? '');
    url.pathname = `/${await database.text('select current_database()::text', [], { as: 'owner' })}`;
    const other = await openDatabase({ kind: 'postgres', url: url.href });
    for (let seed = SEED; seed < SEED + COUNT; seed++) expect(await differ(database, other, seed)).toEqual([]);
    await other.close();
    await database.close();
  });
});
