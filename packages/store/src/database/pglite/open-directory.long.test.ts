import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { mountSmallDisk } from '../../testing/small-disk.js';
import { killHard, linesOf, spawnModule } from '../../testing/spawn-module.js';
import type { Database } from '../database.js';
import { openDatabase } from '../open-database.js';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const asOwner = { as: 'owner' } as const;
let folder: string;
let built: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-data-'));
  built = join(folder, 'built');
  await leaveHalfBuilt(built);
  const database = await open(built);
  await sql`create table note (id int primary key)`.execute(database.kysely);
  await database.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** As a process leaves it that is killed while it builds a new database. */
async function leaveHalfBuilt(directory: string): Promise<void> {
  await mkdir(join(directory, 'pgdata.new'), { recursive: true, mode: 0o700 });
  writeFileSync(join(directory, 'pgdata.new', 'PG_VERSION'), '18\n');
  writeFileSync(join(directory, 'version.json'), '{"product":"broadsheet","format":1}');
}

async function expectRefusal(directory: string, code: string): Promise<void> {
  const before = readdirSync(directory);
  await expect(open(directory)).rejects.toMatchObject({ code, data: { directory } });
  expect(readdirSync(directory)).toEqual(before);
}

function open(directory: string): Promise<Database> {
  return openDatabase({ kind: 'pglite', directory });
}

async function copyOfBuilt(name: string): Promise<string> {
  const directory = join(folder, name);
  await cp(built, directory, { recursive: true });
  return directory;
}

describe('a data directory', () => {
  it('holds its version and the database once it is opened, also where a process died in the middle of building it', () => {
    expect(readdirSync(built).sort()).toEqual(['pgdata', 'version.json']);
    expect(JSON.parse(readFileSync(join(built, 'version.json'), 'utf8'))).toEqual({ product: 'broadsheet', format: 1 });
  });

  it('is refused to a second opener, and free again once closed', async () => {
    const first = await open(built);
    await expect(open(built)).rejects.toMatchObject({
      code: 'DATA_DIRECTORY_IN_USE',
      data: { pid: process.pid, directory: built },
    });
    await first.close();
    await (await open(built)).close();
  });

  it.each([
    ['that has lost its version file', 'DATA_DIRECTORY_UNRECOGNISED', null],
    ['with a version file that is not ours', 'DATA_DIRECTORY_UNRECOGNISED', '{"product":"x"}'],
    ['with a version file that is not whole', 'DATA_DIRECTORY_UNRECOGNISED', '{"prod'],
    ['of a newer version', 'DATA_DIRECTORY_NEWER', '{"product":"broadsheet","format":2}'],
  ])('%s is refused and not touched', async (name, code, version) => {
    const directory = join(folder, name.replaceAll(' ', '-'));
    await mkdir(join(directory, 'pgdata'), { recursive: true });
    if (version !== null) writeFileSync(join(directory, 'version.json'), version);
    await expectRefusal(directory, code);
  });

  it.each([
    ['with damaged files', (control: string) => writeFile(control, 'x')],
    ['with lost files', (control: string) => rm(dirname(control), { recursive: true })],
  ])('%s is refused and not touched', async (name, harm) => {
    const directory = await copyOfBuilt(name.replaceAll(' ', '-'));
    await harm(join(directory, 'pgdata', 'global', 'pg_control'));
    await expectRefusal(directory, 'DATA_DIRECTORY_DAMAGED');
  });

  it('that holds something else is refused and not touched', async () => {
    const directory = join(folder, 'letters');
    await mkdir(directory);
    writeFileSync(join(directory, 'letter.txt'), 'Dear reader');
    await expectRefusal(directory, 'DATA_DIRECTORY_UNRECOGNISED');
  });

  it('that is a file is refused', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(open(file)).rejects.toMatchObject({ code: 'DATA_DIRECTORY_UNUSABLE' });
  });
});

describe('the embedded database on a data directory', () => {
  it('is started again after a statement past its limit, with all that was committed', async () => {
    const database = await open(await copyOfBuilt('watchdog'));
    await sql`insert into note values (1)`.execute(database.kysely);
    await expect(database.text('select pg_sleep(20)', [], { ...asOwner, timeout_ms: 100 })).rejects.toMatchObject({
      code: 'STATEMENT_TIMEOUT',
    });
    expect(await database.text('select json_agg(id) from note', [], asOwner)).toBe('[1]');
    await database.close();
  });

  it('keeps every acknowledged write of a process that is killed', async () => {
    const directory = await copyOfBuilt('killed');
    const writer = spawnModule(`
      const { openDatabase } = await import(${JSON.stringify(new URL('../open-database.ts', import.meta.url).href)});
      const database = await openDatabase({ kind: 'pglite', directory: ${JSON.stringify(directory)} });
      for (let id = 1; ; id += 1) {
        await database.text('insert into note values ($1)', [id], { as: 'owner' });
        process.stdout.write(id + '\\n');
      }
    `);
    let acknowledged = 0;
    for await (const line of linesOf(writer)) {
      acknowledged = Number(line);
      if (acknowledged >= 200) await killHard(writer);
    }
    const database = await open(directory);
    const kept = Number(await database.text('select count(*) from note', [], asOwner));
    expect(kept).toBeGreaterThanOrEqual(acknowledged);
    expect(await database.text('select max(id) from note', [], asOwner)).toBe(String(kept));
    await database.close();
  });

  it('says at once that the disk is full when its log cannot grow, and goes on when there is room', async () => {
    const disk = await mountSmallDisk();
    if (disk === undefined) return;
    const directory = join(disk.folder, 'data');
    await cp(built, directory, { recursive: true });
    const database = await open(directory);
    await sql`insert into note values (1)`.execute(database.kysely);
    disk.leave(8 * 1024);
    const fill = async (): Promise<void> => {
      const megabyte = `select pg_logical_emit_message(true, 'fill', repeat('x', 1048576))`;
      for (let written = 0; written < 40; written += 1) await database.text(megabyte, [], asOwner);
    };
    await expect(fill()).rejects.toMatchObject({ code: 'DATABASE_FULL' });
    await expect(database.text('select 1', [], asOwner)).rejects.toMatchObject({ code: 'DATABASE_FULL' });
    disk.leave(256 * 1024);
    expect(await database.text('select json_agg(id) from note', [], asOwner)).toBe('[1]');
    await database.close();
    disk.remove();
  });
});
