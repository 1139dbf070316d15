import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeBadDocuments } from './bad-documents.js';
import { jsonLines, ROOT, run } from './command.js';
import { countRows } from './count-rows.js';
import { type CommandDatabase, commandDatabases } from './databases.js';
import { runInside } from './inside.js';

const SAMPLE = join(ROOT, 'packages/cli/sample');
const file = (number: number): string => join(SAMPLE, `issue-${number}.txt`);

// One after another on one database: what the first have stored, the later ones find.
describe.each(commandDatabases())('ingest on $name', { timeout: 90_000 }, (kind) => {
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
    const untouched = await countRows(place);
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
      '',
      'outcome  documents  items',
      '───────  ─────────  ─────',
      'CREATED          4     44',
      'failed           1',
      '',
      'diagnostic          severity  times  documents',
      '──────────────────  ────────  ─────  ─────────',
      'EVENT_YEAR_UNKNOWN  warning      14          4',
      'MISSING_DATE        warning       4          4',
      '',
      'failed file  code             reason',
      '───────────  ───────────────  ─────────────────────────────────────────',
      'missing.txt  FILE_UNREADABLE  The file cannot be read: it is not there.',
      '',
      '4 of 5 documents done, 1 failed.',
      '',
    ]);
    expect(err).toMatch(/^missing.txt: .* \(FILE_UNREADABLE\)$/m);
    expect(err).toMatch(/^\S+\.txt: warning MISSING_DATE: /m);
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
});

it('refuses --slug, --number, --date and --url for several documents', async () => {
  const { code, err } = await runInside(['ingest', file(201), file(202), '--publication', 'quay', '--number', '7']);
  expect([code, err]).toEqual([2, expect.stringMatching(/name 2\..* \(ONE_DOCUMENT\)\n$/)]);
});
