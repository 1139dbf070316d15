import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, type Running, start } from './command.js';
import { type CommandDatabase, commandDatabases, embedded } from './databases.js';
import { runInside } from './inside.js';

const TEXT = /^broadsheet_[0-9a-f]{16}_[A-Za-z0-9_-]{43}$/;

describe.each(commandDatabases())('token and audit on $name', { timeout: 90_000 }, (kind) => {
  let place: CommandDatabase;
  beforeAll(async () => {
    place = await kind.make();
  });
  afterAll(() => place.remove());

  it('creates a token, the text alone on stdout, and shows it nowhere again', async () => {
    const none = await runInside(['token', 'list', ...place.flags]);
    expect(none.out).toBe("There is no token yet: 'broadsheet token create' makes one.\n");
    const words = ['token', 'create', '--name', 'Night desk', '--scope', 'publish, ingest', '--expires', '90d'];
    const made = await runInside([...words, ...place.flags]);
    expect(made.code).toBe(0);
    expect(made.out.trim()).toMatch(TEXT);
    expect(made.err).toMatch(/^Created token [0-9a-f]{16}: ingest, publish, until .*It is not shown again\.\n$/);
    const list = await runInside(['token', 'list', '--json', ...place.flags]);
    const [token] = jsonLines(list.out);
    expect(token).toMatchObject({ name: 'Night desk', scopes: ['ingest', 'publish'], state: 'VALID', revokedAt: null });
    const days = (Date.parse(String(token?.['expiresAt'])) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(89.9);
    expect(days).toBeLessThanOrEqual(90);
    const shown = list.out + (await runInside(['token', 'list', ...place.flags])).out;
    expect(shown).not.toContain(made.out.trim().slice(28));
  });

  it('revokes a token, and says of one that is not there where the ids are', async () => {
    const words = ['token', 'create', '--name', 'Lost', '--scope', 'curate', '--json'];
    const [{ id = '', text, expiresAt } = {}] = jsonLines((await runInside([...words, ...place.flags])).out);
    expect([text, expiresAt]).toEqual([expect.stringMatching(TEXT), null]);
    for (const time of ['once', 'again']) {
      const { code, out } = await runInside(['token', 'revoke', String(id), ...place.flags]);
      expect([time, code, out]).toEqual([time, 0, expect.stringMatching(`^Revoked token ${id} \\('Lost'\\), as of `)]);
    }
    const table = await runInside(['token', 'list', ...place.flags]);
    expect(table.out).toMatch(new RegExp(`^${id}  Lost .* revoked `, 'm'));
    const unknown = await runInside(['token', 'revoke', 'nope', ...place.flags]);
    expect([unknown.code, unknown.err]).toEqual([
      1,
      expect.stringMatching(/'nope'.*token list.* \(UNKNOWN_TOKEN\)\n$/),
    ]);
  });

  it('shows who wrote what, from an instant on', async () => {
    const { code, out } = await runInside(['audit', ...place.flags]);
    expect(code).toBe(0);
    expect(out.match(/ {2}command {2}(create|revoke)Token {2}(CREATED|REVOKED) {2}[0-9a-f]{16}$/gm)).toHaveLength(3);
    const json = jsonLines((await runInside(['audit', '--since', '1h', '--json', ...place.flags])).out);
    expect(json).toHaveLength(3);
    expect(json[0]).toMatchObject({ actor: 'command', action: 'createToken', outcome: 'CREATED', change: null });
    expect((await runInside(['audit', '--since', '2999-01-01', ...place.flags])).out).toBe('');
  });
});

describe('token and audit refuse', () => {
  it.each([
    [['--scope', 'ingest'], 2, /--name/],
    [['--name', 'X'], 2, /--scope/],
    [['--name', 'X', '--scope', 'ingest', '--expires', 'soon'], 2, /12h and 90d/],
    [['--name', 'X', '--scope', 'ingest', '--expires', '2020-01-01'], 2, /over already/],
  ])('%j', async (words, exit, says) => {
    const { code, out, err } = await runInside(['token', 'create', ...words]);
    expect([code, out]).toEqual([exit, '']);
    expect(err).toMatch(says);
  });

  it('a database that is not there, and make none', async () => {
    const { code, err } = await runInside(['token', 'list', '--data', '/nonexistent/broadsheet']);
    expect([code, err]).toEqual([1, expect.stringMatching(/\(NO_DATABASE\)\n$/)]);
  });
});

describe('token and audit beside a server that holds the data directory', { timeout: 90_000 }, () => {
  let place: CommandDatabase;
  let server: Running;
  let address: string;
  beforeAll(async () => {
    place = await embedded.make();
    server = start(['serve', '--port', '0', '--json', ...place.flags], { env: { BROADSHEET_TOKEN: 'the-operator' } });
    address = String(jsonLines(await server.line(/address/))[0]?.['address']);
  });
  afterAll(async () => {
    server.child.kill('SIGTERM');
    await server.ended;
    await place.remove();
  });

  const create = async (...scopes: string[]): Promise<string> => {
    const words = ['token', 'create', '--name', 'Desk', '--scope', scopes.join(','), ...place.flags];
    const { out, err } = await runInside(words);
    expect(err).toMatch(/^Created token/);
    return out.trim();
  };
  const addPublication = (slug: string, token: string) =>
    runInside([
      'query',
      `mutation { createPublication(input: { slug: "${slug}", title: "T" }) { errors { code } } }`,
      '--url',
      address,
      '--token',
      token,
    ]);

  it('go through it: a token works at once, and a revoked one is refused within a second', async () => {
    const token = await create('ingest');
    expect((await addPublication('one', token)).code).toBe(0);
    const { err } = await addPublication('two', await create('publish', 'curate', 'read-drafts'));
    expect(err).toMatch(/needs the scope 'ingest'.*\(FORBIDDEN/);
    const revoke = await runInside(['token', 'revoke', token.slice(11, 27), ...place.flags]);
    expect(revoke.out).toMatch(/^Revoked token/);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect((await addPublication('three', token)).err).toMatch(/was revoked.*\(UNAUTHENTICATED/);
    const unknown = await runInside(['token', 'revoke', 'nope', ...place.flags]);
    expect(unknown.err).toMatch(/\(UNKNOWN_TOKEN\)\n$/);
    const scope = await runInside(['token', 'create', '--name', 'X', '--scope', 'purge', ...place.flags]);
    expect(scope.err).toMatch(/^There is no scope 'purge'.* \(BAD_VALUE\)\n$/);
    const audit = await runInside(['audit', ...place.flags]);
    expect(audit.out).toMatch(
      /token:[0-9a-f]{16} \(Desk\) {2}createPublication {2}CREATED {2}publication_\S+ {2}change 1$/m,
    );
    expect(audit.out).toMatch(/token:[0-9a-f]{16} \(Desk\) {2}createPublication {2}FORBIDDEN$/m);
    expect(jsonLines((await runInside(['token', 'list', '--json', ...place.flags])).out)).toHaveLength(2);
  });

  it('whose address for that is not there for anyone else', async () => {
    const { secret } = JSON.parse(readFileSync(join(place.flags[1] ?? '', 'server.json'), 'utf8'));
    const all = await create('ingest', 'publish', 'curate', 'read-drafts');
    const ask = async (token: string | undefined, method = 'POST', body = '{"task":"listTokens"}') => {
      const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const response = await fetch(`${address}/operator`, {
        method,
        headers,
        ...(method === 'POST' ? { body } : {}),
      });
      return response.status;
    };
    const nowhere = await fetch(`${address}/nowhere`, { method: 'POST', body: '{}' });
    expect(
      await Promise.all([ask(undefined), ask('wrong'), ask(all), ask('the-operator'), ask(secret, 'GET')]),
    ).toEqual(Array.from({ length: 5 }, () => nowhere.status));
    expect(await ask(secret)).toBe(200);
    for (const body of ['', 'null', '{"task":"dropTables"}', '{"task":"revokeToken","input":{"id":1}}']) {
      expect([body, await ask(secret, 'POST', body)]).toEqual([body, 400]);
    }
    expect(await ask(secret, 'POST', JSON.stringify({ task: 'x'.repeat(70_000) }))).toBe(400);
  });
});
