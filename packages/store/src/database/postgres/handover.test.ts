import { Pool, type PoolClient } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Handover } from './handover.js';

const admin = process.env['BROADSHEET_TEST_DATABASE_URL'];

describe.runIf(admin)('the handover of connections', () => {
  let pool: Pool;
  let connections: Handover;
  beforeEach(() => {
    pool = new Pool({ connectionString: admin, max: 1 });
    connections = new Handover(pool, 1, 50);
  });
  afterEach(async () => {
    if (!pool.ending) await pool.end();
  });

  const pidOf = async (client: PoolClient): Promise<unknown> => {
    const { rows } = await client.query('select pg_backend_pid() as pid');
    return rows[0]?.pid;
  };

  it('gives one that comes free to whoever waits longest', async () => {
    const first = await connections.take();
    const order: string[] = [];
    const waiting = ['second', 'third'].map(async (name) => {
      const client = await connections.take();
      order.push(name);
      connections.giveBack(client, false);
      return client;
    });
    connections.giveBack(first, false);
    expect(await Promise.all(waiting)).toEqual([first, first]);
    expect(order).toEqual(['second', 'third']);
    expect(pool.idleCount).toBe(1);
  });

  it('gives a new one where the one that comes back is broken', async () => {
    const first = await connections.take();
    const pid = await pidOf(first);
    const next = connections.take();
    connections.giveBack(first, true);
    const second = await next;
    expect(await pidOf(second)).not.toBe(pid);
    connections.giveBack(second, false);
  });

  it('lets nobody wait longer than it has patience, and hands nothing to who has left', async () => {
    const first = await connections.take();
    await expect(connections.take()).rejects.toThrow('timeout exceeded when trying to connect');
    connections.giveBack(first, false);
    expect(pool.idleCount).toBe(1);
    connections.giveBack(await connections.take(), false);
  });

  it('rejects whoever still waits when the pool is closed', async () => {
    const first = await connections.take();
    const next = connections.take();
    const refused = expect(next).rejects.toThrow('Cannot use a pool after calling end on the pool');
    const ended = pool.end();
    connections.giveBack(first, false);
    await Promise.all([refused, ended]);
  });

  it('lets the next one try where no connection could be had', async () => {
    const nowhere = new Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/nothing', max: 1 });
    const tries = new Handover(nowhere, 1, 5_000);
    const found = await Promise.allSettled([tries.take(), tries.take(), tries.take()]);
    expect(found.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await nowhere.end();
  });
});
