import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, ROOT } from './command.js';
import { countRows } from './count-rows.js';
import { type CommandDatabase, oneCommandDatabase } from './databases.js';
import { runInside } from './inside.js';

const SAMPLE = join(ROOT, 'packages/cli/sample');
const ISSUE = join(SAMPLE, 'issue-201.txt');

const kind = oneCommandDatabase();

// One after another on one database: what the first have stored, the later ones find.
describe(`commands on ${kind.name}`, { timeout: 90_000 }, () => {
  let place: CommandDatabase;
  beforeAll(async () => {
    place = await kind.make();
  });
  afterAll(() => place.remove());

  it('refuses an unknown layout, and with --no-create an unknown publication; a dry run stores nothing', async () => {
    const untouched = await countRows(place);
    const words = ['ingest', ISSUE, '--publication', 'quay', ...place.flags];
    const layout = await runInside([...words, '--layout', 'gazette']);
    expect(layout).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/'gazette'.* \(UNKNOWN_LAYOUT\)\n$/) });
    const publication = await runInside([...words, '--no-create']);
    expect(publication).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/ \(UNKNOWN_PUBLICATION\)\n$/) });
    const dry = await runInside([...words, '--dry-run']);
    expect([dry.code, dry.out]).toEqual([0, expect.stringMatching(/^CREATED .*\(dry run, 12 items, 65\/65 lines\)/)]);
    expect(dry.err).toMatch(/^Would add publication 'quay' \(title: quay, language: en, time zone: UTC\)\.$/m);
    expect(await countRows(place)).toEqual(untouched);
  });

  it('adds and lists publications', async () => {
    const words = ['publication', 'add', 'pilot', '--title', 'The Pilot', '--time-zone', 'Europe/Oslo', ...place.flags];
    expect(await runInside(words)).toEqual({ code: 0, out: "Added publication 'pilot'.\n", err: '' });
    expect(await runInside(words)).toMatchObject({
      code: 0,
      out: "Publication 'pilot' is there already, just so.\n",
    });
    expect(await runInside(['publication', 'add', 'pilot', '--title', 'Another', ...place.flags])).toMatchObject({
      code: 1,
      err: expect.stringMatching(/'The Pilot'.* \(SLUG_TAKEN\)\n$/),
    });
    const { out } = await runInside(['publication', 'list', '--json', ...place.flags]);
    expect(jsonLines(out)).toEqual([
      { slug: 'pilot', title: 'The Pilot', language: 'en', timeZone: 'Europe/Oslo', issues: 0 },
    ]);
  });

  it('has nothing to migrate afterwards', async () => {
    const { code, out } = await runInside(['migrate', ...place.flags]);
    expect([code, out]).toEqual([0, 'The database is up to date.\n']);
  });

  it('reads documents again with reparse', async () => {
    const issues = ['issue-201.txt', 'issue-202.txt', 'issue-203.txt'].map((file) => join(SAMPLE, file));
    await runInside(['ingest', ...issues, '--publication', 'quay', '--publish', ...place.flags]);
    await makeStale(place);
    const words = ['reparse', '--publication', 'quay', ...place.flags];
    const dry = await runInside([...words, '--dry-run', '--json']);
    expect(jsonLines(dry.out).map(({ slug, outcome }) => [slug, outcome])).toEqual([
      ['201', 'SAME'],
      ['202', 'CURRENT'],
      ['203', 'CORRECTED'],
    ]);
    expect(await runInside(words)).toEqual({
      code: 0,
      out: 'CORRECTED quay 203\n1 corrected, 1 read again and the same, 1 current.\n',
      err: '',
    });
    expect((await runInside(words)).out).toBe('0 corrected, 0 read again and the same, 3 current.\n');
  });
});

/** As an older parser would have left it: 201 with the same facts, 203 with fewer lines understood. */
async function makeStale(place: CommandDatabase): Promise<void> {
  const database = await place.open();
  try {
    await sql`
      update editorial.revision r set parser_version = 0, attributed = r.attributed - (i.slug = '203')::int
      from editorial.issue i where i.id = r.issue_id and i.slug in ('201', '203')
    `.execute(database.kysely);
  } finally {
    await database.close();
  }
}
