import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { FlakyProxy } from '../../testing/flaky-proxy.js';
import { createScratchDatabase } from '../../testing/postgres.js';
import { madeQuick, nap, word } from '../../testing/quick-statements.js';
import { openDatabase } from '../open-database.js';

const admin = process.env['BROADSHEET_TEST_DATABASE_URL'];

describe.runIf(admin)('a statement that is given up and does not end', () => {
  it('loses its connection, and those beside it are carried out on another', async () => {
    const scratch = await createScratchDatabase(admin ?? '');
    const proxy = await FlakyProxy.start(new URL(scratch.url));
    const url = Object.assign(new URL(scratch.url), { port: String(proxy.port) }).href;
    const database = await madeQuick(await openDatabase({ kind: 'postgres', url, max: 1 }));
    const leave = new AbortController();
    const given = nap(database, 30, { signal: leave.signal });
    const refused = expect(given).rejects.toMatchObject({ code: 'STATEMENT_CANCELLED' });
    const others = [word(database, 'second'), word(database, 'third')];
    await sleep(50);
    // The demand to end it does not get through.
    proxy.hold_ms = 60_000;
    leave.abort();
    await sleep(500);
    proxy.hold_ms = 0;
    const since = performance.now();
    await refused;
    expect(performance.now() - since).toBeGreaterThan(500);
    expect(await Promise.all(others)).toEqual(['second', 'third']);
    await database.close();
    await proxy.stop();
    await scratch.drop();
  });
});
