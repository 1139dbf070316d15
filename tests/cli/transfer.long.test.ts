import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, ROOT, run, start } from './command.js';
import { countRows } from './count-rows.js';
import { type CommandDatabase, commandDatabases, embedded } from './databases.js';
import { runInside } from './inside.js';

const KINDS = commandDatabases();
const SAMPLE = join(ROOT, 'packages/cli/sample');
const INGEST = ['ingest', join(SAMPLE, 'issue-201.txt'), '--publication', 'harbour', '--date', '2026-10-07'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-transfer-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(KINDS)('a backup of $name', (kind) => {
  let place: CommandDatabase;
  let copy: CommandDatabase;
  let backup: string;
  beforeAll(async () => {
    place = await kind.make();
    copy = await kind.make();
    backup = join(folder, `${kind.name}.jsonl.gz`);
    const ingested = await runInside([...INGEST, '--publish', ...place.flags]);
    expect(ingested).toMatchObject({ code: 0 });
  }, 240_000);
  afterAll(() => Promise.all([place.remove(), copy.remove()]));

  it('is one compressed file that only its owner may read', async () => {
    const { code, out, err } = await runInside(['backup', backup, ...place.flags]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Backed up 1 publication, 1 issue, 1 revision, 2 changes \(\d+ rows\) to .*, [\d.]+ kB\.\n$/);
    expect((await stat(backup)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  }, 240_000);

  it('is restored into an empty database, and backed up again as the same lines', async () => {
    const restored = await runInside(['restore', backup, '--json', ...copy.flags]);
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(jsonLines(restored.out)).toMatchObject([
      { file: backup, publications: 1, issues: 1, revisions: 1, changes: 2 },
    ]);
    // The audit log stays where it was written: the copy's has the import alone.
    expect(await countRows(copy)).toEqual({ ...(await countRows(place)), 'editorial.audit': 1 });
    const again = await run(['export', ...copy.flags]);
    expect(again.err).toMatch(/^Exported 1 publication, /);
    expect(again.out).toBe(gunzipSync(await readFile(backup)).toString());
    const next = await runInside([...INGEST, '--publish', ...copy.flags]);
    expect(next.out).toContain('UNCHANGED');
  }, 240_000);

  it('is not written over one that is there, unless --force says so', async () => {
    const before = await readFile(backup);
    const refused = await runInside(['backup', backup, ...place.flags]);
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toMatch(/is there already\..*\(FILE_EXISTS\)\n$/);
    expect(await readFile(backup)).toEqual(before);
    expect(await runInside(['backup', backup, '--force', ...place.flags])).toMatchObject({ code: 0 });
  }, 240_000);

  it('is refused by a database that is not empty, damaged, cut short, or none', async () => {
    const whole = await readFile(backup);
    const cut = join(folder, 'cut.gz');
    await writeFile(cut, whole.subarray(0, whole.length / 2));
    const harmed = join(folder, 'harmed.gz');
    await writeFile(harmed, whole.with(whole.length / 2, (whole[whole.length / 2] ?? 0) ^ 255));
    const other = await kind.make();
    const before = await countRows(other);
    for (const [file, code, target] of [
      [backup, 'IMPORT_NOT_EMPTY', place],
      [cut, 'IMPORT_TRUNCATED', other],
      // What a changed byte makes of its line decides which.
      [harmed, 'IMPORT_(DAMAGED|FORMAT)', other],
      [join(folder, 'nowhere.gz'), 'FILE_UNREADABLE', other],
      [folder, 'FILE_UNREADABLE', other],
    ] as const) {
      const { code: exit, out, err } = await runInside(['restore', file, ...target.flags]);
      expect([file, exit, out, err]).toEqual([file, 1, '', expect.stringMatching(new RegExp(`^.+ \\(${code}\\)\n$`))]);
    }
    expect(await countRows(other)).toEqual(before);
    await other.remove();
  }, 240_000);

  it('is taken from standard input, with gzip or without', async () => {
    const other = await kind.make();
    const { code, out } = await run(['import', '-', ...other.flags], { input: await readFile(backup) });
    expect([code, out]).toEqual([0, expect.stringMatching(/ from standard input\.\n$/)]);
    await other.remove();
  }, 240_000);

  it('is not of what was purged since', async () => {
    const words = ['purge', '--publication', 'harbour', '--issue', '201', ...copy.flags];
    const unasked = await runInside(words);
    expect([unasked.code, unasked.err]).toEqual([2, expect.stringMatching(/Give --yes.*\(NOT_CONFIRMED\)\n$/)]);
    const purged = await runInside([...words, '--yes', '--note', 'A test.']);
    expect(purged).toMatchObject({ code: 0, err: '' });
    expect(purged.out).toBe("Purged issue '201' of 'harbour': 1 revision, 1 document. The log says so as change 3.\n");
    const again = await runInside([...words, '--yes']);
    expect([again.code, again.err]).toEqual([1, expect.stringMatching(/\(UNKNOWN_ISSUE\)\n$/)]);
    const file = join(folder, `${kind.name}-purged.jsonl`);
    await runInside(['export', file, ...copy.flags]);
    const rows = jsonLines(await readFile(file, 'utf8'));
    expect(rows.filter(({ table }) => table === 'editorial.document' || table === 'past.item')).toEqual([]);
  }, 240_000);
});

describe('export and backup', () => {
  it('say that there is no database where there is none, and make none', async () => {
    const directory = join(folder, 'no-data');
    for (const words of [
      ['export'],
      ['backup', join(folder, 'x.gz')],
      ['purge', '--publication', 'a', '--issue', '1', '--yes'],
    ]) {
      const { code, out, err } = await runInside([...words, '--data', directory]);
      expect([code, out, err]).toEqual([
        1,
        '',
        expect.stringMatching(/There is no database in .*no-data\..*\(NO_DATABASE\)\n$/),
      ]);
    }
    expect(await readdir(folder)).not.toContain('no-data');
  });

  it('make no database for a file that is no export', async () => {
    const data = join(folder, 'not-made');
    const file = join(folder, 'letter.txt');
    await writeFile(file, 'Dear harbour,\n');
    const { code, err } = await runInside(['import', file, '--data', data]);
    expect([code, err]).toEqual([1, expect.stringMatching(/\(IMPORT_FORMAT\)\n$/)]);
    expect(await readdir(folder)).not.toContain('not-made');
  });

  it('say that a running server has to be stopped', async () => {
    const place = await embedded.make();
    const server = start(['serve', '--port', '0', ...place.flags]);
    await server.line(/http:/);
    const { code, err } = await runInside(['backup', join(folder, 'y.gz'), ...place.flags]);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/is in use by the server at .*Stop it.*\(DATA_DIRECTORY_IN_USE\)\n$/),
    ]);
    server.child.kill('SIGTERM');
    await server.ended;
    await place.remove();
  }, 240_000);

  it('say why a file cannot be written, and leave nothing', async () => {
    const place = await embedded.make();
    const { code, err } = await runInside(['export', join(folder, 'no-folder/x.jsonl'), ...place.flags]);
    expect([code, err]).toEqual([1, expect.stringMatching(/its folder is not there\. \(FILE_UNWRITABLE\)\n$/)]);
    await place.remove();
  }, 240_000);

  it('replace no pipe and no folder, with --force neither', async () => {
    const place = await embedded.make();
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [onto, over] = [
      await runInside(['export', pipe, '--force', ...place.flags]),
      await runInside(['backup', folder, '--force', ...place.flags]),
    ];
    expect([onto.code, onto.err]).toEqual([
      1,
      expect.stringMatching(/it is a device, a pipe.* \(FILE_UNWRITABLE\)\n$/),
    ]);
    expect([over.code, over.err]).toEqual([1, expect.stringMatching(/it is a folder\. \(FILE_UNWRITABLE\)\n$/)]);
    expect(statSync(pipe).isFIFO()).toBe(true);
    await place.remove();
  }, 240_000);

  it('end quietly when nobody reads on', async () => {
    const place = await embedded.make();
    const exporting = start(['export', ...place.flags]);
    exporting.child.stdout?.destroy();
    expect(await exporting.ended).toMatchObject({ code: 0 });
    await place.remove();
  }, 240_000);
});
