import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase } from '@broadsheet/store';
import { mountSmallDisk, type SmallDisk } from '@broadsheet/store/testing';
import { Client } from 'pg';
import { jsonLines } from '../cli/command.js';
import { countRows } from '../cli/count-rows.js';
import { type CommandDatabase, type CommandDatabaseKind, embedded } from '../cli/databases.js';
import { runInside } from '../cli/inside.js';
import { serverAccount } from '../postgres/account.js';
import type { Attempt } from './bad-places.js';
import { refusalIn } from './refusals.js';

/** What a full disk led to, and whether the same document was taken once there was room. */
export interface FullDiskAttempt extends Attempt {
  readonly afterwards: unknown;
}

/** Ingests a document for which the disk of the database has no room; undefined where this user may not mount a disk. */
export async function attemptOnFullDisk(
  kind: CommandDatabaseKind,
  admin: string | undefined,
  folder: string,
): Promise<FullDiskAttempt | undefined> {
  const disk = await mountSmallDisk();
  if (disk === undefined) return undefined;
  const place = kind.name === 'PostgreSQL' ? await postgresOn(disk, admin ?? '') : await embeddedOn(disk);
  try {
    const file = join(folder, 'issue.txt');
    await writeFile(file, largeIssue());
    const words = [
      'ingest',
      file,
      '--publication',
      'quay',
      '--date',
      '2026-03-04',
      '--publish',
      '--json',
      ...place.flags,
    ];
    await runInside(['publication', 'add', 'quay', '--title', 'The Quay', ...place.flags]);
    const before = await countRows(place);
    disk.leave(1024);
    const refused = await runInside(words);
    disk.leave(256 * 1024);
    const after = await countRows(place);
    const again = await runInside(words);
    const [line] = jsonLines(refused.out);
    // A disk may be too full to open the database at all, and then no document has its line.
    const refusal = line === undefined ? refusalIn(refused.err) : Object(line['error']);
    return { refusal, before, after, afterwards: jsonLines(again.out)[0]?.['outcome'] };
  } finally {
    await place.remove();
    disk.remove();
  }
}

/** Some megabytes that cannot be compressed. */
function largeIssue(): string {
  const text = randomBytes(1_500_000).toString('hex').replaceAll(/.{60}/g, '$& ');
  return `Quays are swept (Issue 12)\nLaws and Regulations\nNational\n1. Quays\n[Keyword: Quays]\n${text}\nSource: Quay Board\n`;
}

async function embeddedOn(disk: SmallDisk): Promise<CommandDatabase> {
  const place = await embedded.make();
  const directory = join(disk.folder, 'data');
  await cp(place.flags[1] ?? '', directory, { recursive: true });
  await place.remove();
  return {
    flags: ['--data', directory],
    open: () => openDatabase({ kind: 'pglite', directory }),
    remove: async () => {},
  };
}

/** A database whose tables are on the disk, the log of its server elsewhere. */
async function postgresOn(disk: SmallDisk, admin: string): Promise<CommandDatabase> {
  const { uid, gid } = serverAccount();
  if (uid !== undefined) execFileSync('chown', [`${uid}:${gid}`, disk.folder]);
  const name = `broadsheet_full_${randomBytes(6).toString('hex')}`;
  await asAdmin(admin, [
    `create tablespace ${name} location '${disk.folder}'`,
    `create database ${name} encoding 'UTF8' template template0 tablespace ${name}`,
  ]);
  const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href;
  return {
    flags: ['--database', url],
    open: () => openDatabase({ kind: 'postgres', url, max: 2 }),
    remove: () => asAdmin(admin, [`drop database ${name} with (force)`, `drop tablespace ${name}`]),
  };
}

async function asAdmin(url: string, commands: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const command of commands) await client.query(command);
  } finally {
    await client.end();
  }
}
