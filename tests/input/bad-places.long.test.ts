import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MIGRATIONS, migrate } from '@broadsheet/store';
import { describe, expect, it } from 'vitest';
import { commandDatabases } from '../cli/databases.js';
import { runInside } from '../cli/inside.js';
import { badPlaces } from './bad-places.js';

describe('a bad place', { timeout: 120_000 }, () => {
  const admin = process.env['BROADSHEET_TEST_DATABASE_URL'] || undefined;

  it.each(badPlaces(admin))(
    '$input is refused as $code, and nothing is changed',
    async ({ code, message, attempt }) => {
      const folder = await mkdtemp(join(tmpdir(), 'broadsheet-input-'));
      try {
        const { refusal, before, after } = await attempt(folder);
        expect(refusal).toEqual({ code, message: expect.stringMatching(message) });
        expect(after).toEqual(before);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});

it.each(commandDatabases())(
  '$name of an older version is migrated by the command that opens it',
  { timeout: 120_000 },
  async (kind) => {
    const place = await kind.make();
    try {
      const database = await place.open();
      await migrate(database, MIGRATIONS.slice(0, -1));
      await database.close();
      const newest = MIGRATIONS.at(-1)?.name;
      const first = await runInside(['migrate', ...place.flags]);
      expect([first.code, first.out]).toEqual([0, expect.stringContaining(`${newest}`)]);
      expect(await runInside(['migrate', ...place.flags])).toMatchObject({ out: 'The database is up to date.\n' });
    } finally {
      await place.remove();
    }
  },
);
