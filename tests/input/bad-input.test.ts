import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addPublication, MIGRATIONS, migrate } from '@broadsheet/store';
import { countRows } from '@broadsheet/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandDatabases } from '../cli/databases.js';
import { runInside } from '../cli/inside.js';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';
import { badPlaces } from './bad-places.js';
import { BAD_TEXTS, ISSUE } from './bad-texts.js';
import { ingestOver } from './refusals.js';

// Files that no text can be read from: cli/bad-documents.ts. A full disk, a wrong password, a server that goes: outage.long.test.ts.

describe.each(DATABASES)('a bad document through the mutation on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
    await addPublication(room.database, { slug: 'harbour', title: 'Harbour Weekly' });
  });
  afterAll(() => room.close());

  it.each(titled(BAD_TEXTS))('%s, and nothing is stored', async (_, { code, field, message, given }) => {
    const before = await countRows(room.database);
    const answer = await ingestOver(room, given);
    expect(answer).toEqual({
      outcome: null,
      issue: null,
      change: null,
      errors: [{ code, message: expect.stringMatching(message), field: ['input', field] }],
    });
    expect(answer.errors[0]?.message).not.toContain('\n');
    expect(await countRows(room.database)).toEqual(before);
  });

  it('a document of the same number and a day far away is refused as ISSUE_CONFLICT, and nothing is stored', async () => {
    expect(await ingestOver(room, {})).toMatchObject({ outcome: 'CREATED', errors: [] });
    const before = await countRows(room.database);
    // A word is mended, so that it is not the same document.
    const mended = ISSUE.replace('Quays', 'The quays');
    const { errors } = await ingestOver(room, { document: mended, publishedOn: '2027-03-04' });
    expect(errors).toMatchObject([{ code: 'ISSUE_CONFLICT', message: expect.stringMatching(/'12' is there already/) }]);
    expect(await countRows(room.database)).toEqual(before);
  });
});

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

function titled<T extends { readonly input: string; readonly code: string }>(rows: readonly T[]): [string, T][] {
  return rows.map((row) => [`${row.input} is refused as ${row.code}`, row]);
}
