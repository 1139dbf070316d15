import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FlakyProxy } from '../../testing/flaky-proxy.js';
import { createScratchDatabase } from '../../testing/postgres.js';
import { madeQuick, nap, often, word } from '../../testing/quick-statements.js';
import type { Database, TextOptions } from '../database.js';
import { openDatabase } from '../open-database.js';

const admin = process.env['BROADSHEET_TEST_DATABASE_URL'];

describe.runIf(admin)('quick statements of readers, beside each other on one connection', () => {
  let scratch: { url: string; drop: () => Promise<void> };
  let proxy: FlakyProxy;
  let database: Database;
  beforeAll(async () => {
    scratch = await createScratchDatabase(admin ?? '');
    proxy = await FlakyProxy.start(new URL(scratch.url));
  });
  afterAll(async () => {
    await proxy.stop();
    await scratch.drop();
  });

  beforeEach(async () => {
    proxy.hold_ms = 0;
    const url = Object.assign(new URL(scratch.url), { port: String(proxy.port) }).href;
    database = await madeQuick(await openDatabase({ kind: 'postgres', url, max: 1 }));
  });
  afterEach(() => database.close());

  it('are answered each with its own, whatever its length', async () => {
    const lengths = [0, 1, 700, 2_047, 2_049, 5_000, 20_000, 200_000, 3, 16_384];
    const given = lengths.flatMap((length) => ['x', 'é', '€', '🜁'].map((sign) => sign.repeat(length)));
    const found = await Promise.all([...given, ...given].map((text) => word(database, text)));
    expect(found).toEqual([...given, ...given]);
  });

  it('fail each for itself', async () => {
    const bad = database.text('select $1::int::text', ['no number'], { name: 'number' });
    const good = [word(database, 'before'), word(database, 'after')];
    await expect(bad).rejects.toMatchObject({ code: 'STATEMENT_FAILED', data: { sqlstate: '22P02' } });
    expect(await Promise.all(good)).toEqual(['before', 'after']);
    expect(await database.text('select $1::int::text', ['7'], { name: 'number' })).toBe('7');
  });

  it('leave the others alone when one is given up at its turn', async () => {
    const leave = new AbortController();
    const given = nap(database, 20, { signal: leave.signal });
    const refused = expect(given).rejects.toMatchObject({ code: 'STATEMENT_CANCELLED' });
    const others = [word(database, 'second'), word(database, 'third')];
    await sleep(50);
    leave.abort();
    await refused;
    expect(await Promise.all(others)).toEqual(['second', 'third']);
  });

  it('leave the others alone when one is given up before its turn', async () => {
    const leave = new AbortController();
    const first = nap(database, 0.2);
    const given = nap(database, 20, { signal: leave.signal });
    const refused = expect(given).rejects.toMatchObject({ code: 'STATEMENT_CANCELLED' });
    const last = word(database, 'last');
    await sleep(50);
    leave.abort();
    expect(await first).toBe('rested 0.2');
    await refused;
    expect(await last).toBe('last');
  });

  it('are carried out once more where they are ended in place of one that was done already', async () => {
    const leave = new AbortController();
    const first = nap(database, 0.1, { signal: leave.signal });
    const second = nap(database, 0.5);
    await sleep(30);
    proxy.hold_ms = 250;
    leave.abort();
    expect(await first).toBe('rested 0.1');
    expect(await second).toBe('rested 0.5');
    expect(await word(database, 'after')).toBe('after');
  });

  it('keep their connection where the demand to end one of them came too late, since its end is waited for', async () => {
    const session = (): Promise<string | null> => database.text('select pg_backend_pid()', []);
    const held = await session();
    const leave = new AbortController();
    const first = nap(database, 0.1, { signal: leave.signal });
    await sleep(30);
    proxy.hold_ms = 250;
    leave.abort();
    expect(await first).toBe('rested 0.1');
    expect(await session()).toBe(held);
  });

  it('are answered where one of the same name was given up before the connection held it', async () => {
    const owner = await openDatabase({ kind: 'postgres', url: scratch.url });
    await owner.text('create table shelf as select 7 as books', [], { as: 'owner' });
    await owner.text('grant select on shelf to broadsheet_reader', [], { as: 'owner' });
    const books = (least: string, options: TextOptions = {}): Promise<string | null> =>
      database.text('select books from shelf where books > $1::int', [least], { name: 'books', ...options });
    await often(() => books('1'));
    // The connection does not know any more whether it holds the name.
    await expect(books('no number')).rejects.toMatchObject({ data: { sqlstate: '22P02' } });
    const leave = new AbortController();
    const others = await owner
      .transaction(async (trx) => {
        await sql`lock table shelf in access exclusive mode`.execute(trx);
        const refused = expect(books('4', { signal: leave.signal })).rejects.toMatchObject({
          code: 'STATEMENT_CANCELLED',
        });
        const waiting = [books('5'), books('6')];
        await sleep(50);
        leave.abort();
        await refused;
        return waiting;
      })
      .then((waiting) => Promise.all(waiting));
    expect(others).toEqual(['7', '7']);
    await owner.close();
  });

  it('are answered where what they read has another type than when they were prepared', async () => {
    const owner = await openDatabase({ kind: 'postgres', url: scratch.url });
    await owner.text('create table scale as select 7 as weight', [], { as: 'owner' });
    await owner.text('grant select on scale to broadsheet_reader', [], { as: 'owner' });
    const weigh = (): Promise<string | null> => database.text('select weight from scale', [], { name: 'weigh' });
    await often(weigh);
    await owner.text('alter table scale alter weight type text', [], { as: 'owner' });
    expect(await Promise.all([weigh(), weigh(), weigh()])).toEqual(['7', '7', '7']);
    await owner.close();
  });

  it('have their time counted from when they are asked for, and are ended by it', async () => {
    const first = nap(database, 0.3);
    const second = nap(database, 20, { timeout_ms: 100 });
    await expect(second).rejects.toMatchObject({ code: 'STATEMENT_TIMEOUT' });
    expect(await first).toBe('rested 0.3');
  });
});

describe.runIf(admin)('slow statements of readers', () => {
  it('have a connection each, behind which nobody is kept waiting', async () => {
    const scratch = await createScratchDatabase(admin ?? '');
    const database = await madeQuick(await openDatabase({ kind: 'postgres', url: scratch.url, max: 2 }));
    const slow = (): Promise<string | null> => database.text('select pg_sleep(0.4)::text', [], { name: 'slow' });
    await slow();
    let isOver = false;
    const long = slow().then(() => {
      isOver = true;
    });
    await Promise.all(Array.from({ length: 12 }, (_, index) => word(database, String(index))));
    expect(isOver).toBe(false);
    await long;
    await database.close();
    await scratch.drop();
  });
});
