import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import { memoryUnderTest } from '../../testing/memory.js';

vi.setConfig({ testTimeout: 120_000 });

it('keeps the log of the embedded database small, and its statistics fresh, while it is written to for long', async () => {
  const database = await memoryUnderTest.open();
  await sql`create table filler (a int, b text)`.execute(database.kysely);
  for (let round = 0; round < 40; round += 1) {
    await sql`insert into filler select i, repeat(md5(i::text), 30) from generate_series(1, 2000) i`.execute(
      database.kysely,
    );
    await sql`delete from filler`.execute(database.kysely);
  }
  const asOwner = { as: 'owner' } as const;
  const megabytes = Number(await database.text('select sum(size) / 1024 / 1024 from pg_ls_waldir()', [], asOwner));
  expect(megabytes).toBeLessThan(80);
  expect(
    await database.text(`select count(*) from pg_class where relname = 'filler' and reltuples >= 0`, [], asOwner),
  ).toBe('1');
  await database.close();
});
