import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from './command.js';
import { type CommandDatabase, commandDatabases } from './databases.js';
import { runInside } from './inside.js';

interface Told {
  readonly isWell: boolean;
  readonly findings: readonly { readonly name: string; readonly state: string; readonly value: string }[];
}

/** The findings of `doctor --json`, and what is wrong among them. */
async function examine(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { code, out, err } = await runInside(['doctor', '--json', ...words], env);
  const { isWell, findings }: Told = JSON.parse(out);
  expect([code, err]).toEqual([isWell ? 0 : 1, '']);
  const wrong = findings.filter(({ state }) => state === 'wrong').map(({ name, value }) => `${name}: ${value}`);
  return { out, wrong, value: (name: string) => findings.find((finding) => finding.name === name)?.value };
}

describe('doctor without a database', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'broadsheet-doctor-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('makes no directory where there is none', async () => {
    const { wrong, value } = await examine(['--data', join(folder, 'none')]);
    expect([wrong, value('directory')]).toEqual([[], expect.stringMatching(/is not there yet/)]);
    expect(value('disk space')).toMatch(/ free$/);
    expect(await readdir(folder)).toEqual([]);
  });

  const OURS = '{"product":"broadsheet","format":1}';
  it.each([
    ['a folder that is not ours', { 'letter.txt': 'Dear' }, /holds letter\.txt.* \(DATA_DIRECTORY_UNRECOGNISED\)$/],
    ['a version file that is lost', { pgdata: '' }, /no version\.json.* \(DATA_DIRECTORY_UNRECOGNISED\)$/],
    ['a newer format', { 'version.json': OURS.replace('1', '99') }, /format 99.* \(DATA_DIRECTORY_NEWER\)$/],
    ['a lock that cannot be read', { 'version.json': OURS, lock: '?' }, /^lock: its file cannot be read/],
  ])('says what is wrong with %s, and leaves it as it is', async (name, files, message) => {
    const directory = join(folder, name);
    await mkdir(directory, { mode: 0o700 });
    for (const [file, text] of Object.entries(files)) await writeFile(join(directory, file), text);
    const { wrong } = await examine(['--data', directory]);
    expect(wrong).toEqual([expect.stringMatching(message)]);
    for (const [file, text] of Object.entries(files)) {
      expect(await readFile(join(directory, file), 'utf8')).toBe(text);
    }
    expect(await readdir(directory)).toHaveLength(Object.keys(files).length);
    await rm(directory, { recursive: true });
  });

  it('tells settings with their defaults, those that cannot be, and no secret', async () => {
    const env = {
      DATABASE_URL: 'postgres://desk:pa55word@127.0.0.1:1/none',
      DATABASE_READ_URL: 'pa55word is no address',
      DATABASE_POOLER: 'session',
      PORT: 'many',
      BROADSHEET_TOKEN: 'pa55word',
    };
    const { out, wrong, value } = await examine([], env);
    expect(out).not.toContain('pa55word');
    expect(value('DATABASE_URL')).toBe('postgres://desk:***@127.0.0.1:1/none');
    expect([value('BROADSHEET_TOKEN'), value('HOST')]).toEqual(['set, and short', 'default: 127.0.0.1']);
    expect(wrong).toEqual([
      expect.stringMatching(/^DATABASE_POOLER: .*takes 'transaction'/),
      expect.stringMatching(/^PORT: The port is 'many'/),
      expect.stringMatching(/^reachable: .*\(DATABASE_(UNREACHABLE|URL_INVALID)\)$/),
    ]);
  });

  it('prints for people what to do', async () => {
    await writeFile(join(folder, 'letter.txt'), 'Dear');
    const { code, out } = await runInside(['doctor', '--data', folder]);
    expect(code).toBe(1);
    expect(out).toMatch(/^Data directory\n {2}✗ directory {12}The data directory .* Name another directory\./m);
    expect(out).toMatch(/\n1 thing is wrong \(✗\)\.\n$/);
  });
});

describe.each(commandDatabases())('doctor on $name', { timeout: 90_000 }, (kind) => {
  let place: CommandDatabase;
  beforeAll(async () => {
    place = await kind.make();
  });
  afterAll(() => place.remove());

  it('migrates nothing', async () => {
    const { wrong, value } = await examine(place.flags);
    expect([wrong, value('encoding')]).toEqual([[], 'UTF8']);
    expect(value('migrations')).toMatch(/^\d+ to apply: 0001-ground/);
    const database = await place.open();
    const { rows } = await sql`select nspname from pg_namespace where nspname = 'broadsheet'`.execute(database.kysely);
    await database.close();
    expect(rows).toEqual([]);
  });

  it('finds a database in use well, and counts what is in it', async () => {
    const issue = join(ROOT, 'packages/cli/sample/issue-201.txt');
    await runInside(['ingest', issue, '--publication', 'quay', '--publish', ...place.flags]);
    const { wrong, value } = await examine(place.flags);
    expect([wrong, value('issues'), value('readers')]).toEqual([[], '1', 'reach what is public, and no draft']);
    expect(value('migrations')).toMatch(/^all \d+ applied/);
  });

  it('tells a migration that it does not know', async () => {
    const database = await place.open();
    await sql`insert into broadsheet.migration (name) values ('9999-tomorrow')`.execute(database.kysely);
    await database.close();
    expect((await examine(place.flags)).wrong).toEqual(['migrations: 9999-tomorrow is not known here']);
  });
});

describe.runIf(commandDatabases().length > 1)('doctor on PostgreSQL', { timeout: 90_000 }, () => {
  it('says which rights a login lacks, and how to give them', async () => {
    const kind = commandDatabases().at(-1);
    if (kind === undefined) throw new Error('There is no PostgreSQL.');
    const place = await kind.make();
    const owner = await place.open();
    const role = `desk_${process.pid}`;
    await sql.raw(`create role ${role} login password 'pa55'`).execute(owner.kysely);
    try {
      const url = new URL(place.flags[1] ?? '');
      url.username = role;
      url.password = 'pa55';
      const { wrong } = await examine(['--database', url.href]);
      expect(wrong).toContainEqual('schemas: may not be made');
      await runInside(['migrate', ...place.flags]);
      const later = await examine(['--database', url.href]);
      expect(later.wrong.join('\n')).toMatch(/schemas: broadsheet, draft, .* belong to another login/);
    } finally {
      await sql.raw(`drop role ${role}`).execute(owner.kysely);
      await owner.close();
      await place.remove();
    }
  });
});
