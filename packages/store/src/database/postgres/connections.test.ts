import { Pool } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Connection, Connections } from './connections.js';

const admin = process.env['BROADSHEET_TEST_DATABASE_URL'];
const OPTIONS = { most: 1, patience_ms: 50, prepared: 10 };

describe.runIf(admin)('connections that are held', () => {
  let pool: Pool;
  let connections: Connections;
  beforeEach(() => {
    pool = new Pool({ connectionString: admin, max: 1 });
    connections = new Connections(pool, OPTIONS);
  });
  afterEach(async () => {
    if (!pool.ending) await pool.end();
  });

  it('go to whoever waits longest when they come free', async () => {
    const first = await connections.take(true);
    const order: string[] = [];
    const waiting = ['second', 'third'].map(async (name) => {
      const connection = await connections.take(true);
      order.push(name);
      connections.giveBack(connection, false);
      return connection.client;
    });
    connections.giveBack(first, false);
    expect(await Promise.all(waiting)).toEqual([first.client, first.client]);
    expect(order).toEqual(['second', 'third']);
    expect(pool.idleCount).toBe(1);
  });

  it('are new ones where one that comes back is broken', async () => {
    const first = await connections.take(true);
    const next = connections.take(true);
    connections.giveBack(first, true);
    const second = await next;
    expect(second.client).not.toBe(first.client);
    connections.giveBack(second, false);
  });

  it('are waited for no longer than the patience, and are not handed to who has left', async () => {
    const first = await connections.take(true);
    await expect(connections.take(true)).rejects.toThrow('timeout exceeded when trying to connect');
    connections.giveBack(first, false);
    expect(pool.idleCount).toBe(1);
    connections.giveBack(await connections.take(true), false);
  });

  it('are refused to whoever still waits when the pool is closed', async () => {
    const first = await connections.take(true);
    const next = connections.take(true);
    const refused = expect(next).rejects.toThrow('Cannot use a pool after calling end on the pool');
    const ended = pool.end();
    connections.giveBack(first, false);
    await Promise.all([refused, ended]);
  });

  it('are refused to whoever comes when the pool is closed, though one is held that lets others in', async () => {
    const first = await connections.take(false);
    const ended = pool.end();
    await expect(connections.take(false)).rejects.toThrow('Cannot use a pool after calling end on the pool');
    connections.giveBack(first, false);
    await ended;
  });

  it('are tried for by the next one where none could be had', async () => {
    const nowhere = new Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/nothing', max: 1 });
    const tries = new Connections(nowhere, { ...OPTIONS, patience_ms: 5_000 });
    const found = await Promise.allSettled([tries.take(true), tries.take(true), tries.take(true)]);
    expect(found.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await nowhere.end();
  });

  it('are shared by three who let others in, of whom the next waits for one to leave', async () => {
    const shared = await Promise.all([1, 2, 3].map(() => connections.take(false)));
    expect(new Set(shared.map(({ client }) => client)).size).toBe(1);
    const fourth = connections.take(false);
    expect(await settled(fourth)).toBe(false);
    connections.giveBack(only(shared), false);
    expect((await fourth).holders).toBe(3);
    for (const connection of shared) connections.giveBack(connection, false);
    expect(pool.idleCount).toBe(1);
  });

  it('are each a new one while there is room, before any is shared', async () => {
    const roomy = new Pool({ connectionString: admin, max: 2 });
    const two = new Connections(roomy, { ...OPTIONS, most: 2 });
    const held = [await two.take(false), await two.take(false), await two.take(false), await two.take(false)];
    expect(held.map(({ holders }) => holders)).toEqual([2, 2, 2, 2]);
    for (const connection of held) two.giveBack(connection, false);
    await roomy.end();
  });

  it('let nobody in beside whoever holds one alone, nor past whoever waits to', async () => {
    const first = await connections.take(false);
    const alone = connections.take(true);
    const behind = connections.take(false);
    expect([await settled(alone), await settled(behind)]).toEqual([false, false]);
    connections.giveBack(first, false);
    expect([await settled(alone), await settled(behind)]).toEqual([true, false]);
    connections.giveBack(await alone, false);
    connections.giveBack(await behind, false);
    expect(pool.idleCount).toBe(1);
  });

  it('let nobody in where one is broken, and are given up when the last has left', async () => {
    const [first, second] = [await connections.take(false), await connections.take(false)];
    connections.giveBack(first, true);
    const third = connections.take(false);
    expect(await settled(third)).toBe(false);
    connections.giveBack(second, false);
    expect((await third).client).not.toBe(first.client);
    connections.giveBack(await third, false);
  });
});

async function settled(promise: Promise<unknown>): Promise<boolean> {
  const waiting = Symbol('waiting');
  return (await Promise.race([promise, new Promise((resolve) => setTimeout(resolve, 10, waiting))])) !== waiting;
}

function only(shared: readonly Connection[]): Connection {
  const [connection] = shared;
  if (connection === undefined) throw new Error('Nobody holds a connection.');
  return connection;
}
