import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Listening, listening } from '../limits/listening.js';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';
import { ingestSample } from '../sample.js';
import { runOperations } from './run-operations.js';

// The short form of `pnpm proof operations`, which runs 5,000 on each database and looks at time and memory.
describe.each(DATABASES.slice(-1))('random operations on $kind', (kind) => {
  let room: Newsroom;
  let server: Listening;
  beforeAll(async () => {
    room = await openNewsroom(kind, { limits: {} });
    await ingestSample(room);
    server = await listening(room.app);
  });
  afterAll(async () => {
    await server.close();
    await room.close();
  });

  it('are answered, or refused with a code', async () => {
    const { failed, whole, operations } = await runOperations(room, `${server.address}/graphql`, {
      seed: 61,
      count: 150,
    });
    expect(failed).toEqual([]);
    expect(whole).toBeGreaterThan(operations / 4);
    expect(room.masked).toEqual([]);
  }, 60_000);
});
