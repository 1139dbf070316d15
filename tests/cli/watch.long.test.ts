import { appendFile, cp, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, ROOT, type Running, run, start } from './command.js';
import { type CommandDatabase, embedded, oneCommandDatabase } from './databases.js';

const SAMPLE = join(ROOT, 'packages/cli/sample');
const issue = (number: number): string => join(SAMPLE, `issue-${number}.txt`);
const kind = oneCommandDatabase();

describe(`ingest --watch on ${kind.name}`, { timeout: 90_000 }, () => {
  let place: CommandDatabase;
  let folder: string;
  beforeAll(async () => {
    place = await kind.make();
    folder = await mkdtemp(join(tmpdir(), 'broadsheet-inbox-'));
  });
  afterAll(async () => {
    await place.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('ingests what is there, new and changed files, none of them half, and ends with a summary', async () => {
    await cp(issue(201), join(folder, '201.txt'));
    await writeFile(join(folder, 'notes.log'), 'no issue');
    const words = ['ingest', folder, '--publication', 'quay', '--publish', '--watch', ...place.flags];
    const { child, ended, line } = start(words);
    await line(/^CREATED .*201\.txt$/);

    // Cut off in the middle of a line, and finished after longer than a settled file has to stand still.
    const text = await readFile(issue(202), 'utf8');
    const cut = join(folder, '202.txt');
    await writeFile(cut, text.slice(0, 1_000));
    // At the end of a line, by a writer that pauses and holds the file.
    const document = await readFile(issue(203), 'utf8');
    const half = document.indexOf('\n', document.length / 2) + 1;
    const held = await open(join(folder, '203.txt'), 'w');
    await held.write(document.slice(0, half));
    await sleep(3_000);
    await appendFile(cut, text.slice(1_000));
    await held.write(document.slice(half));
    await held.close();
    await Promise.all([line(/202\.txt$/), line(/203\.txt$/)]);

    await writeFile(join(folder, '201.txt'), `${await readFile(issue(201), 'utf8')}\n`);
    await line(/^REVISED .*201\.txt$/);
    await writeFile(join(folder, 'letter.txt'), 'Dear harbour master,\nthe lamp is broken.\n');
    await writeFile(join(folder, 'empty.txt'), '');
    await sleep(2_500);
    await rm(join(folder, 'empty.txt'));
    await cp(issue(204), join(folder, 'letter.txt'));
    await line(/^CREATED .*letter\.txt$/);
    child.kill('SIGINT');

    const { code, out, err } = await ended;
    expect(code).toBe(0);
    expect(
      out
        .split('\n')
        .filter((text) => /\.txt$/.test(text))
        .map(shape)
        .sort(),
    ).toEqual([
      'CREATED 201 65/65 201.txt',
      'CREATED 202 63/63 202.txt',
      'CREATED 203 76/76 203.txt',
      'CREATED 204 60/60 letter.txt',
      'REVISED 201 65/65 201.txt',
    ]);
    expect(err).toMatch(/^Watching .* for new and changed files\. Stop with Ctrl-C\.$/m);
    expect(err).toMatch(/letter\.txt: .* \(NOT_RECOGNISED\)$/m);
    expect(out).toMatch(/^CREATED {10}4 /m);
    expect(out).toMatch(/^5 of 5 documents done\.$/m);
  });

  it('finds all of them UNCHANGED when it is started again', async () => {
    const { code, out } = await run(['ingest', folder, '--publication', 'quay', '--publish', '--json', ...place.flags]);
    expect([code, jsonLines(out).map(({ outcome }) => outcome)]).toEqual([0, Array(4).fill('UNCHANGED')]);
  });

  it.each([
    ['standard input', ['-'], [], /\(NOT_WATCHABLE\)\n$/, 2],
    ['with --date', ['.'], ['--date', '2026-01-01'], /\(ONE_DOCUMENT\)\n$/, 2],
    ['a folder that is not there', ['no-such-folder'], [], /it is not there\. \(FILE_UNREADABLE\)\n$/, 1],
  ])('refuses %s', async (_, paths, flags, message, exit) => {
    const words = ['ingest', ...paths, '--publication', 'quay', '--watch', ...flags, ...place.flags];
    const { code, err } = await run(words);
    expect([code, err]).toEqual([exit, expect.stringMatching(message)]);
  });
});

describe('ingest --watch through a server', { timeout: 120_000 }, () => {
  let place: CommandDatabase;
  let folder: string;
  let server: Running;
  let watching: Running;
  const serve = async (): Promise<void> => {
    server = start(['serve', '--port', '0', '--json', ...place.flags]);
    await server.line(/address/);
  };
  beforeAll(async () => {
    place = await embedded.make();
    folder = await mkdtemp(join(tmpdir(), 'broadsheet-inbox-'));
  });
  afterAll(async () => {
    for (const { child } of [watching, server]) child.kill('SIGKILL');
    await Promise.all([watching.ended, server.ended]);
    await place.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('finds the server again that was started again at another address, and stores what came meanwhile', async () => {
    await serve();
    watching = start(['ingest', folder, '--publication', 'quay', '--publish', '--watch', '--json', ...place.flags]);
    await cp(issue(201), join(folder, '201.txt'));
    await watching.line(/201\.txt.*CREATED/);
    server.child.kill('SIGTERM');
    await server.ended;
    await cp(issue(202), join(folder, '202.txt'));
    await watching.line(/202\.txt.*SERVER_UNREACHABLE/);
    await serve();
    await watching.line(/202\.txt.*CREATED/);
  });

  it('ends well when the file that was refused has been taken away', async () => {
    await writeFile(join(folder, 'letter.txt'), 'Dear harbour master,\nthe lamp is broken.\n');
    await watching.line(/letter\.txt.*NOT_RECOGNISED/);
    await rm(join(folder, 'letter.txt'));
    watching.child.kill('SIGINT');
    expect(await watching.ended).toMatchObject({ code: 0 });
  });
});

/** `CREATED 201 65/65 201.txt` */
function shape(line: string): string {
  const [, outcome, slug, lines, name] = /^(\w+) +(\S+) .* (\d+\/\d+) lines\) .*?([^/]+)$/.exec(line) ?? [];
  return `${outcome} ${slug} ${lines} ${name}`;
}
