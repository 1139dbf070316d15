import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';
import { ingestSample } from '../sample.js';
import { holdLaws } from './hold-laws.js';

// The short form of `pnpm proof laws`, which looks at more lists and more cursors on both databases.
describe.each(DATABASES.slice(-1))('every connection of the schema, on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
    await ingestSample(room);
  });
  afterAll(() => room.close());

  it('keeps the laws of connections, and takes cursors of its own alone', async () => {
    const held = await holdLaws(room, { seed: 6, owners: 3, sizes: 1, foreign: 2, tampered: 60 });
    expect(held.broken).toEqual([]);
    expect(held.connections).toBeGreaterThan(25);
    expect(held.foreign).toBeGreaterThan(50);
    expect(room.masked).toEqual([]);
  }, 60_000);
});
