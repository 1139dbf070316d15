import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';
import { ingestSample } from '../sample.js';
import { SQL_TEXTS } from './payloads.js';
import { throwTexts } from './throw-texts.js';

// The short form of `pnpm proof injection`, which takes all texts.
describe.each(DATABASES.slice(-1))('every argument that takes text, on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
    await ingestSample(room);
  });
  afterAll(() => room.close());

  it('takes texts that are SQL for texts', async () => {
    const { places, wrong } = await throwTexts(room, SQL_TEXTS.slice(7, 8));
    expect(wrong).toEqual([]);
    expect(places).toBeGreaterThan(100);
    expect(room.masked).toEqual([]);
    expect(await room.data('{ items { totalCount } }')).toMatchObject({ items: { totalCount: expect.any(Number) } });
  }, 60_000);
});
