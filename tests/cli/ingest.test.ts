import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBadDocuments } from './bad-documents.js';
import { jsonLines, ROOT, run } from './command.js';
import { countRows } from './count-rows.js';
import { type CommandDatabase, commandDatabases } from './databases.js';

const SAMPLE = join(ROOT, 'packages/cli/sample');
const file = (number: number): string => join(SAMPLE, `issue-${number}.txt`);

// One after another on one database: what the first have stored, the later ones find.
describe.each(commandDatabases())('ingest on $name', (kind) => {
  let place: CommandDatabase;
  let folder: string;
  beforeAll(async () => {
    place = await kind.make();
    folder = await mkdtemp(join(tmpdir(), 'broadsheet-documents-'));
  });
  afterAll(async () => {
    await place.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('refuses bad documents, each in one line with its code, and stores nothing', async () => {
    const before = await countRows(place);
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
    expect(await countRows(place)).toEqual(before);
  });

  it.each([
    ['a layout that is not there', ['--layout', 'gazette'], /There is no layout 'gazette'.* \(UNKNOWN_LAYOUT\)$/],
    ['an unknown publication with --no-create', ['--no-create'], /No publication 'quay'.* \(UNKNOWN_PUBLICATION\)$/],
  ])('refuses %s, and stores nothing', async (_, flags, message) => {
    const before = await countRows(place);
    const { code, out, err } = await run(['ingest', file(201), '--publication', 'quay', ...flags, ...place.flags]);
    expect([code, out]).toEqual([1, '']);
    expect(err.trimEnd()).toMatch(message);
    expect(await countRows(place)).toEqual(before);
  });

  it('says on a dry run what would become of a document, and stores nothing', async () => {
    const before = await countRows(place);
    const { code, out, err } = await run(['ingest', file(201), '--publication', 'quay', '--dry-run', ...place.flags]);
    expect(code).toBe(0);
    expect(out).toMatch(/^CREATED .*\(dry run, 12 items, 65\/65 lines\)/);
    expect(err).toMatch(/^Would add publication 'quay' \(title: quay, language: en, time zone: UTC\)\.$/m);
    expect(await countRows(place)).toEqual(before);
  });

  it('adds an unknown publication, says so, and publishes', async () => {
    const words = ['ingest', file(201), '--publication', 'quay', '--title', 'The Quay', '--date', '2026-10-07'];
    const { code, out, err } = await run([...words, '--publish', ...place.flags]);
    expect(err).toBe("Added publication 'quay' (title: The Quay, language: en, time zone: UTC).\n");
    expect(out).toBe(`CREATED   201 of 2026-10-07 (published, 12 items, 65/65 lines)  ${file(201)}\n`);
    expect(code).toBe(0);
  });

  it('takes files, a folder at any depth and standard input in one go, as drafts, past a bad one', async () => {
    const issues = join(folder, 'issues');
    await mkdir(join(issues, 'deeper'), { recursive: true });
    await cp(file(202), join(issues, '202.txt'));
    await cp(file(203), join(issues, 'deeper/203.txt'));
    const paths = ['missing.txt', issues, '-', file(205)];
    const input = await readFile(file(204));
    const { code, out, err } = await run(['ingest', ...paths, '--publication', 'quay', ...place.flags], { input });
    expect(out.split('\n').map((line) => line.replaceAll(issues, '…'))).toEqual([
      'CREATED   202 (draft, 11 items, 63/63 lines)  …/202.txt',
      'CREATED   203 (draft, 13 items, 76/76 lines)  …/deeper/203.txt',
      'CREATED   204 (draft, 11 items, 60/60 lines)  -',
      `CREATED   205 (draft, 10 items, 54/54 lines)  ${file(205)}`,
      '4 of 5 documents done, 1 failed.',
      '',
    ]);
    expect(err).toMatch(/^missing.txt: .* \(FILE_UNREADABLE\)$/m);
    expect(err).toMatch(/^ {2}warning MISSING_DATE: /m);
    expect(code).toBe(1);
  });

  it('finds the same documents UNCHANGED, and publishes their drafts', async () => {
    const words = ['ingest', join(folder, 'issues'), '--publication', 'quay', '--publish', '--json', ...place.flags];
    const { code, out, err } = await run(words);
    const facts = jsonLines(out).map(({ outcome, slug, published, changed, items, coverage, diagnostics }) => {
      return { outcome, slug, published, changed, items, coverage, diagnostics };
    });
    const rest = { outcome: 'UNCHANGED', published: true, changed: true, diagnostics: expect.any(Array) };
    expect(facts).toEqual([
      { ...rest, slug: '202', items: 11, coverage: { lines: 63, attributed: 63 } },
      { ...rest, slug: '203', items: 13, coverage: { lines: 76, attributed: 76 } },
    ]);
    expect([code, err]).toEqual([0, '']);
    const before = await countRows(place);
    const again = await run(words);
    expect(jsonLines(again.out).map(({ outcome, changed }) => [outcome, changed])).toEqual([
      ['UNCHANGED', false],
      ['UNCHANGED', false],
    ]);
    expect(await countRows(place)).toEqual(before);
  });

  it('refuses --slug, --number, --date and --url for several documents', async () => {
    const { code, err } = await run(['ingest', file(201), file(202), '--publication', 'quay', '--number', '7']);
    expect([code, err]).toEqual([2, expect.stringMatching(/one document.* \(ONE_DOCUMENT\)\n$/)]);
  });

  it('adds and lists publications', async () => {
    const words = ['publication', 'add', 'pilot', '--title', 'The Pilot', '--time-zone', 'Europe/Oslo', ...place.flags];
    expect(await run(words)).toMatchObject({ code: 0, out: "Added publication 'pilot'.\n", err: '' });
    expect(await run(words)).toMatchObject({ code: 0, out: "Publication 'pilot' is there already, just so.\n" });
    const other = await run(['publication', 'add', 'pilot', '--title', 'Another', ...place.flags]);
    expect([other.code, other.err]).toEqual([1, expect.stringMatching(/'The Pilot'.* \(SLUG_TAKEN\)\n$/)]);
    const { out } = await run(['publication', 'list', '--json', ...place.flags]);
    expect(jsonLines(out)).toEqual([
      { slug: 'pilot', title: 'The Pilot', language: 'en', timeZone: 'Europe/Oslo', issues: 0 },
      { slug: 'quay', title: 'The Quay', language: 'en', timeZone: 'UTC', issues: 3 },
    ]);
  });

  it('has nothing to migrate afterwards', async () => {
    expect(await run(['migrate', ...place.flags])).toMatchObject({ code: 0, out: 'The database is up to date.\n' });
  });

  it('reads documents again with reparse', async () => {
    const words = ['reparse', '--publication', 'quay', ...place.flags];
    expect(await run(words)).toMatchObject({
      code: 0,
      out: '0 corrected, 0 read again and the same, 5 current.\n',
    });
    await makeStale(place);
    const { out } = await run([...words, '--dry-run', '--json']);
    expect(jsonLines(out).map(({ slug, outcome }) => [slug, outcome])).toEqual([
      ['201', 'SAME'],
      ['202', 'CURRENT'],
      ['203', 'CORRECTED'],
      ['204', 'CURRENT'],
      ['205', 'CURRENT'],
    ]);
    expect(await run(words)).toMatchObject({
      code: 0,
      out: 'CORRECTED quay 203\n1 corrected, 1 read again and the same, 3 current.\n',
    });
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
