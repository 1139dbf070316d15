import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '@broadsheet/server';
import { addPublication, MIGRATIONS, migrate, openDatabase } from '@broadsheet/store';
import { countRows, FlakyProxy } from '@broadsheet/store/testing';
import { describe, expect, it } from 'vitest';
import { commandDatabases } from '../cli/databases.js';
import { runInside } from '../cli/inside.js';
import { onDatabase, TOKEN } from '../newsroom.js';
import { findPostgresBinaries } from '../postgres/find-binaries.js';
import { startPostgres } from '../postgres/start-postgres.js';
import { attemptOnFullDisk } from './full-disk.js';
import { refusalIn } from './refusals.js';

const admin = process.env['BROADSHEET_TEST_DATABASE_URL'] || undefined;
const binaries = findPostgresBinaries();

describe.each(commandDatabases())('a full disk under $name', { timeout: 120_000 }, (kind) => {
  it('is said as DATABASE_FULL, nothing is stored, and the document is taken once there is room', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-input-'));
    try {
      const attempt = await attemptOnFullDisk(kind, admin, folder);
      if (attempt === undefined) return;
      expect(attempt.refusal).toEqual({
        code: 'DATABASE_FULL',
        message: expect.stringMatching(/(No space left|no room on the disk).*Make room/),
      });
      expect(attempt.after).toEqual(attempt.before);
      expect(attempt.afterwards).toBe('CREATED');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe.runIf(admin)('a server whose PostgreSQL is gone for a while', { timeout: 60_000 }, () => {
  it('says UNAVAILABLE and not ready, stores nothing, and goes on by itself when it is back', async () => {
    const place = await commandDatabases().at(-1)?.make();
    if (place === undefined) throw new Error('There is no PostgreSQL.');
    const direct = new URL(place.flags[1] ?? '');
    const proxy = await FlakyProxy.start(direct);
    const database = await openDatabase({
      kind: 'postgres',
      url: Object.assign(new URL(direct), { port: String(proxy.port) }).href,
    });
    await migrate(database, MIGRATIONS);
    await addPublication(database, { slug: 'quay', title: 'The Quay' });
    const room = onDatabase(database);
    const before = await countRows(database);
    await proxy.stop();
    const document =
      'Gone (Issue 1)\nLaws and Regulations\nNational\n1. Gone\n[Keyword: Quays]\nIt is gone.\nSource: Quay Board\n';
    const ingest = `mutation { ingestIssue(input: { publication: "quay", document: ${JSON.stringify(document)} }) { outcome } }`;
    expect(await readiness(room.app)).toEqual([503, 'the database does not answer\n']);
    const [read, written] = [await room.ask('{ publications { slug } }'), await room.ask(ingest, {}, { token: TOKEN })];
    const code = { extensions: { code: 'UNAVAILABLE' }, message: expect.stringMatching(/does not answer just now/) };
    expect([read.errors, written.errors]).toMatchObject([[code], [code]]);
    expect(JSON.stringify([read, written])).not.toContain('127.0.0.1');
    await proxy.listen();
    expect(await readiness(room.app)).toEqual([200, 'ok\n']);
    expect(await room.data('{ publications { slug } }')).toEqual({ publications: [{ slug: 'quay' }] });
    expect(await countRows(database)).toEqual(before);
    expect(await room.data(ingest, {}, { token: TOKEN })).toEqual({ ingestIssue: { outcome: 'CREATED' } });
    await room.close();
    await proxy.stop();
    await place.remove();
  });
});

describe.runIf(binaries)('a DATABASE_URL with a wrong password', { timeout: 60_000 }, () => {
  it('is refused as DATABASE_REFUSED, which does not tell the password', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-hba-'));
    const file = join(folder, 'pg_hba.conf');
    await writeFile(file, 'host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n');
    await chmod(folder, 0o755);
    const server = await startPostgres(binaries ?? '', [`hba_file=${file}`]);
    try {
      const owner = await openDatabase({ kind: 'postgres', url: server.url });
      await owner.text(`create role press login password 'right'`, [], { as: 'owner' });
      await owner.close();
      const url = Object.assign(new URL(server.url), { username: 'press', password: 'wrong-one' }).href;
      const { code, out, err } = await runInside(['publication', 'list'], { DATABASE_URL: url });
      expect([code, out]).toEqual([1, '']);
      expect(refusalIn(err)).toEqual({
        code: 'DATABASE_REFUSED',
        message: expect.stringMatching(/turns the connection away: .*28P01\)\. Check user and password in the address/),
      });
      expect(err).not.toContain('wrong-one');
    } finally {
      await server.stop();
      await rm(folder, { recursive: true });
    }
  });
});

/** Status and text of /readyz, over a socket: health stands before GraphQL. */
async function readiness(app: App): Promise<[number, string]> {
  const server = createServer(app);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  try {
    const response = await fetch(`http://127.0.0.1:${Object(server.address()).port}/readyz`);
    return [response.status, await response.text()];
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
