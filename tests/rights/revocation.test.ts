import { createToken, type Database, MIGRATIONS, migrate, revokeToken } from '@broadsheet/store';
import { describe, expect, it } from 'vitest';
import { commandDatabases } from '../cli/databases.js';
import { DATABASES, type Newsroom, onDatabase, openNewsroom } from '../newsroom.js';

const QUERY = '{ publications { slug } }';

/** What a server says to a token. */
const say = async (room: Newsroom, token: string): Promise<string> =>
  (await room.ask(QUERY, {}, { token })).errors?.[0]?.extensions?.reason ?? 'let in';

/** Revokes a token of whom every server knows well, and gives back how long the last of them let it in. */
async function lingers(database: Database, rooms: readonly Newsroom[]): Promise<number> {
  const { token, text } = await createToken(database, { name: 'Lost', scopes: ['ingest'] });
  for (const room of rooms) expect(await say(room, text)).toBe('let in');
  await revokeToken(database, { id: token.id });
  const revoked = performance.now();
  for (;;) {
    const said = await Promise.all(rooms.map((room) => say(room, text)));
    if (said.every((reason) => reason === 'REVOKED')) return performance.now() - revoked;
    if (performance.now() - revoked > 5_000) return Number.POSITIVE_INFINITY;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

describe.each(DATABASES)('a token on $kind', (kind) => {
  it('is refused within a second of being revoked', async () => {
    const room = await openNewsroom(kind);
    expect(await lingers(room.database, [room])).toBeLessThan(1_000);
    await room.close();
  });

  it('is refused with 401 and the reason once it has expired, and at its instant', async () => {
    const room = await openNewsroom(kind);
    const expiresAt = new Date(Date.now() + 700).toISOString();
    const { text } = await createToken(room.database, { name: 'Short', scopes: ['ingest'], expiresAt });
    expect(await say(room, text)).toBe('let in');
    await new Promise((resolve) => setTimeout(resolve, Date.parse(expiresAt) - Date.now() + 1));
    const response = await room.app.yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${text}` },
      body: JSON.stringify({ query: QUERY }),
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'EXPIRED' } }],
    });
    await room.close();
  });

  it('is neither let in nor called unknown while the database does not answer', async () => {
    const room = await openNewsroom(kind);
    const text = await room.token('ingest');
    await room.close();
    const answer = await room.ask(QUERY, {}, { token: text });
    expect(answer).toMatchObject({
      errors: [{ extensions: { code: expect.stringMatching(/^(INTERNAL|UNAVAILABLE)$/) } }],
    });
    expect(JSON.stringify(answer)).not.toMatch(/select|editorial|stack/i);
    expect(room.masked).toHaveLength(1);
  });

  it('is looked up at most twice a second, however many requests carry it', async () => {
    const room = await openNewsroom(kind);
    const text = await room.token('ingest');
    const lookups: string[] = [];
    const { kysely } = room.database;
    const counted = onDatabase({
      ...room.database,
      kysely: kysely.withPlugin({
        transformQuery: ({ node }) => {
          lookups.push(node.kind);
          return node;
        },
        transformResult: async ({ result }) => result,
      }),
    });
    const began = performance.now();
    await Promise.all(Array.from({ length: 50 }, () => say(counted, text)));
    expect(lookups.length).toBeGreaterThan(0);
    expect(lookups.length).toBeLessThanOrEqual(1 + Math.ceil((performance.now() - began) / 500));
    await room.close();
  });
});

describe.each(commandDatabases().filter(({ name }) => name === 'PostgreSQL'))('two servers on one $name', (kind) => {
  it('both refuse a token within a second of its being revoked', async () => {
    const place = await kind.make();
    const databases = await Promise.all([place.open(), place.open()]);
    const [database] = databases;
    await migrate(database, MIGRATIONS);
    expect(
      await lingers(
        database,
        databases.map((one) => onDatabase(one)),
      ),
    ).toBeLessThan(1_000);
    for (const one of databases) await one.close();
    await place.remove();
  });
});
