import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';
import { BOMBS } from './bombs.js';
import { type Listening, listening } from './listening.js';
import { throwBomb } from './throw-bomb.js';

// What is refused here is refused before any database is asked.
describe.each(DATABASES.slice(0, 1))('the server on $kind', (kind) => {
  let room: Newsroom;
  let server: Listening;
  beforeAll(async () => {
    room = await openNewsroom(kind, { limits: {} });
    server = await listening(room.app);
  });
  afterAll(async () => {
    await server.close();
    await room.close();
  });

  it.each(BOMBS)('refuses $name with $code', async (bomb) => {
    const { status, codes, ms, text } = await throwBomb(`${server.address}/graphql`, bomb);
    expect(codes).toContain(bomb.code);
    expect(status).toBeLessThan(500);
    // The proof holds it to 500 ms on a machine of its own.
    expect(ms).toBeLessThan(2_000);
    expect(text.length).toBeLessThan(30_000);
    expect(room.masked).toEqual([]);
  });
});
