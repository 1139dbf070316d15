import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBadDocuments } from './bad-documents.js';
import { jsonLines, ROOT, run } from './command.js';
import { countRows } from './count-rows.js';
import { type CommandDatabase, commandDatabases } from './databases.js';
import { runInside } from './inside.js';

const SAMPLE = join(ROOT, 'packages/cli/sample');
const file = (number: number): string => join(SAMPLE, `issue-${number}.txt`);

// One after another on one database: what the first have stored, the later ones find.
describe.each(commandDatabases())('on $name', { timeout: 90_000 }, (kind) => {
  let place: CommandDatabase;
  let folder: string;
  let untouched: Readonly<Record<string, number>>;
  beforeAll(async () => {
    place = await kind.make();
    folder = await mkdtemp(join(tmpdir(), 'broadsheet-documents-'));
    untouched = await countRows(place);
  });
  afterAll(async () => {
    await place.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('refuses bad documents, each in one line with its code, and stores nothing', async () => {
    const bad = await writeBadDocuments(folder);
    const paths = bad.map(({ file }) => join(folder, file));
    const { code, out, err } = await run(['ingest', ...paths, '--publication', 'quay', '--json', ...place.flags]);
    const failures = jsonLines(out).map((line) => ({ file: line['file'], ...Object(line['error']) }));
    expect(failures).toEqual(
      bad.map(({ file, code, message }) => ({
        file: join(folder, file),
        code,
        message: expect.stringMatching(message),
      })),
    );
    expect(err.trimEnd().split('\n')).toEqual(
      failures.map(({ file, code, message }) => `${file}: ${message} (${code})`),
    );
    expect(code).toBe(1);
    expect(await countRows(place)).toEqual(untouched);
  });

  it('refuses an unknown layout, and with --no-create an unknown publication; a dry run stores nothing', async () => {
    const words = ['ingest', file(201), '--publication', 'quay', ...place.flags];
    const layout = await runInside([...words, '--layout', 'gazette']);
    expect(layout).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/'gazette'.* \(UNKNOWN_LAYOUT\)\n$/) });
    const publication = await runInside([...words, '--no-create']);
    expect(publication).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/ \(UNKNOWN_PUBLICATION\)\n$/) });
    const dry = await runInside([...words, '--dry-run']);
    expect([dry.code, dry.out]).toEqual([0, expect.stringMatching(/^CREATED .*\(dry run, 12 items, 65\/65 lines\)/)]);
    expect(dry.err).toMatch(/^Would add publication 'quay' \(title: quay, language: en, time zone: UTC\)\.$/m);
    expect(await countRows(place)).toEqual(untouched);
  });

  it('adds an unknown publication, says so, and publishes', async () => {
    const words = ['ingest', file(201), '--publication', 'quay', '--title', 'The Quay', '--date', '2026-10-07'];
    expect(await run([...words, '--publish', ...place.flags])).toMatchObject({
      err: "Added publication 'quay' (title: The Quay, language: en, time zone: UTC).\n",
      out: `CREATED   201 of 2026-10-07 (published, 12 items, 65/65 lines)  ${file(201)}\n`,
      code: 0,
    });
  });

  it('takes files, a folder at any depth and standard input in one go, as drafts, past a bad one', async () => {
    const issues = join(folder, 'issues');
    await mkdir(join(issues, 'deeper'), { recursive: true });
    await cp(file(202), join(issues, '202.txt'));
    await cp(file(203), join(issues, 'deeper/203.txt'));
    const paths = ['missing.txt', issues, '-', file(205)];
    const input = await readFile(file(204));
    const { code, out, err } = await run(['ingest', ...paths, '--publication', 'quay', ...place.flags], { input });
    expect(
      out.split('\n').map((line) => line.replace(/\d+ items, (\d+)\/\1 lines/, 'all').replaceAll(issues, '…')),
    ).toEqual([
      'CREATED   202 (draft, all)  …/202.txt',
      'CREATED   203 (draft, all)  …/deeper/203.txt',
      'CREATED   204 (draft, all)  -',
      `CREATED   205 (draft, all)  ${file(205)}`,
      '4 of 5 documents done, 1 failed.',
      '',
    ]);
    expect(err).toMatch(/^missing.txt: .* \(FILE_UNREADABLE\)$/m);
    expect(err).toMatch(/^ {2}warning MISSING_DATE: /m);
    expect(code).toBe(1);
  });

  it('finds the same documents UNCHANGED, publishes their drafts, and then does nothing', async () => {
    const words = ['ingest', join(folder, 'issues'), '--publication', 'quay', '--publish', '--json', ...place.flags];
    const first = await run(words);
    expect([first.code, first.err]).toEqual([0, '']);
    const same = { outcome: 'UNCHANGED', published: true };
    expect(jsonLines(first.out)).toMatchObject([
      { ...same, changed: true, slug: '202', number: 202 },
      { ...same, changed: true, slug: '203', number: 203 },
    ]);
    const again = await runInside(words);
    expect(jsonLines(again.out)).toMatchObject([
      { ...same, changed: false },
      { ...same, changed: false },
    ]);
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
      { slug: 'quay', title: 'The Quay', language: 'en', timeZone: 'UTC', issues: 3 },
    ]);
  });

  it('has nothing to migrate afterwards', async () => {
    expect(await runInside(['migrate', ...place.flags])).toEqual({
      code: 0,
      out: 'The database is up to date.\n',
      err: '',
    });
  });

  it('reads documents again with reparse', async () => {
    const words = ['reparse', '--publication', 'quay', ...place.flags];
    await makeStale(place);
    const dry = await runInside([...words, '--dry-run', '--json']);
    expect(jsonLines(dry.out).map(({ slug, outcome }) => [slug, outcome])).toEqual([
      ['201', 'SAME'],
      ['202', 'CURRENT'],
      ['203', 'CORRECTED'],
      ['204', 'CURRENT'],
      ['205', 'CURRENT'],
    ]);
    expect(await runInside(words)).toMatchObject({
      code: 0,
      out: 'CORRECTED quay 203\n1 corrected, 1 read again and the same, 3 current.\n',
    });
    expect((await runInside(words)).out).toBe('0 corrected, 0 read again and the same, 5 current.\n');
  });
});

it('refuses --slug, --number, --date and --url for several documents', async () => {
  const { code, err } = await runInside(['ingest', file(201), file(202), '--publication', 'quay', '--number', '7']);
  expect([code, err]).toEqual([2, expect.stringMatching(/name 2\..* \(ONE_DOCUMENT\)\n$/)]);
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
