import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FlakyProxy } from '../../testing/flaky-proxy.js';
import { createScratchDatabase } from '../../testing/postgres.js';
import type { Database } from '../database.js';
import { openDatabase } from '../open-database.js';

const asOwner = { as: 'owner' } as const;
const admin = process.env['BROADSHEET_TEST_DATABASE_URL'];

describe('an address without a server', () => {
  it.each([
    [
      'a port on which nobody listens',
      'postgres://user:secret@127.0.0.1:1/news',
      'DATABASE_UNREACHABLE',
      'the database "news" at 127.0.0.1:1',
    ],
    [
      'a host that is not there',
      'postgres://user:secret@nowhere.invalid/news',
      'DATABASE_UNREACHABLE',
      'the database "news" at nowhere.invalid:5432',
    ],
    ['another protocol', 'mysql://user:secret@127.0.0.1/news', 'DATABASE_URL_INVALID', 'postgres://USER:PASSWORD@HOST'],
    ['no address at all', 'user:secret', 'DATABASE_URL_INVALID', 'DATABASE_URL'],
  ])('%s is named, without the password', async (_, url, code, named) => {
    const failure = await openDatabase({ kind: 'postgres', url }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code });
    expect(String(failure).toLowerCase()).toContain(named.toLowerCase());
    expect(String(failure)).not.toContain('secret');
  });
});

describe.runIf(admin)('a PostgreSQL server', () => {
  let scratch: { url: string; drop: () => Promise<void> };
  beforeAll(async () => {
    scratch = await createScratchDatabase(admin ?? '');
  });
  afterAll(() => scratch.drop());

  function variant(changes: Partial<Record<'pathname' | 'username' | 'port', string>>): string {
    return Object.assign(new URL(scratch.url), changes).href;
  }

  it.each([
    ['a database that is not there', { pathname: '/no_such_paper' }, 'DATABASE_REFUSED', '3D000'],
    ['a login that is not there', { username: 'nobody_here' }, 'DATABASE_REFUSED', '28000'],
  ])('refuses %s', async (_, changes, code, sqlstate) => {
    const opening = openDatabase({ kind: 'postgres', url: variant(changes) });
    await expect(opening).rejects.toMatchObject({ code, data: { sqlstate } });
  });

  it.each(['prefer', 'require', 'verify-ca', 'verify-full'])(
    'is asked for TLS by sslmode=%s, without a warning',
    async (mode) => {
      const warned: Error[] = [];
      const listen = (warning: Error): void => void warned.push(warning);
      process.on('warning', listen);
      const opening = openDatabase({ kind: 'postgres', url: `${scratch.url}?sslmode=${mode}` });
      await expect(opening).rejects.toMatchObject({
        code: 'DATABASE_UNREACHABLE',
        message: expect.stringContaining('Let it speak TLS, or say sslmode=disable in the address'),
      });
      await new Promise((resolve) => setImmediate(resolve));
      process.off('warning', listen);
      expect(warned).toEqual([]);
    },
  );

  it('says who the reader is and what to do where its role cannot be taken on', async () => {
    const owner = await openDatabase({ kind: 'postgres', url: scratch.url });
    await owner.text(
      `do $$ begin execute 'create role plain_login login'; exception when duplicate_object then null; end $$`,
      [],
      asOwner,
    );
    const plain = await openDatabase({ kind: 'postgres', url: variant({ username: 'plain_login' }) });
    await expect(plain.text('select 1', [])).rejects.toMatchObject({ code: 'DATABASE_READER_MISSING' });
    const withReader = await openDatabase({
      kind: 'postgres',
      url: scratch.url,
      readUrl: variant({ username: 'plain_login' }),
    });
    expect(await withReader.text('select current_user', [])).toBe('plain_login');
    await Promise.all([owner.close(), plain.close(), withReader.close()]);
  });

  it('keeps no state on a connection behind a pooler that gives one to each transaction', async () => {
    const database = await openDatabase({ kind: 'postgres', url: scratch.url, pooler: 'transaction' });
    expect(await database.text('select current_user', [], { name: 'who' })).toBe('postgres');
    expect(await database.text('select count(*) from pg_prepared_statements', [])).toBe('0');
    await database.close();
  });

  it('is reached again when it comes back after it was gone', async () => {
    const proxy = await FlakyProxy.start(new URL(scratch.url));
    const database: Database = await openDatabase({
      kind: 'postgres',
      url: variant({ port: String(proxy.port) }),
    });
    const interrupted = database.text('select pg_sleep(20)', [], asOwner);
    const lost = expect(interrupted).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE', data: { lost: true } });
    await expect.poll(() => proxy.connections).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await proxy.stop();
    await lost;
    await expect(database.text('select 1', [], asOwner)).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    await proxy.listen();
    expect(await database.text('select 1', [], asOwner)).toBe('1');
    await database.close();
    await proxy.stop();
  });

  it('survives that the server ends all idle connections', async () => {
    const database = await openDatabase({ kind: 'postgres', url: scratch.url });
    await Promise.all([1, 2, 3].map(() => database.text('select pg_sleep(0.05)', [], asOwner)));
    const other = await openDatabase({ kind: 'postgres', url: scratch.url });
    await other.text(
      'select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      [],
      asOwner,
    );
    await expect.poll(() => database.text('select 1', [], asOwner).catch(() => 'not yet')).toBe('1');
    await Promise.all([database.close(), other.close()]);
  });
});
