import { existsSync, readFileSync, statSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, ROOT, type Running, run, start } from './command.js';
import { type CommandDatabase, embedded } from './databases.js';
import { runInside } from './inside.js';

const ISSUE = join(ROOT, 'packages/cli/sample/issue-201.txt');

// One server for all of these; the last ones end it.
describe('commands beside a server that holds the data directory', { timeout: 90_000 }, () => {
  let place: CommandDatabase;
  let directory: string;
  let server: Running;
  let address: string;
  beforeAll(async () => {
    place = await embedded.make();
    directory = place.flags[1] ?? '';
    server = start(['serve', '--port', '0', '--json', ...place.flags]);
    address = String(jsonLines(await server.line(/address/))[0]?.['address']);
  });
  afterAll(async () => {
    server.child.kill('SIGKILL');
    await server.ended;
    await place.remove();
  });

  it('finds pid, address and a token in a file that only its user may read', () => {
    const file = join(directory, 'server.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: server.child.pid, address });
  });

  it('has ingest and publication go through it, and refuse as they do without', async () => {
    const words = ['--publication', 'quay', '--date', '2026-10-07', '--publish', ...place.flags];
    const first = await run(['ingest', ISSUE, ...words]);
    expect(first.err).toBe("Added publication 'quay' (title: quay, language: en, time zone: UTC).\n");
    expect(first.out).toBe(`CREATED   201 of 2026-10-07 (published, 12 items, 65/65 lines)  ${ISSUE}\n`);
    const [again, refused, unknown, taken, list] = await Promise.all([
      runInside(['ingest', ISSUE, ...words, '--json']),
      run(['ingest', '-', ...words], { input: 'Dear harbour master' }),
      runInside(['ingest', ISSUE, '--publication', 'pilot', '--no-create', ...place.flags]),
      runInside(['publication', 'add', 'quay', '--title', 'Another', ...place.flags]),
      runInside(['publication', 'list', ...place.flags]),
    ]);
    expect(jsonLines(again.out)).toMatchObject([
      { outcome: 'UNCHANGED', slug: '201', number: 201, publishedOn: '2026-10-07', published: true, changed: false },
    ]);
    expect([refused.code, refused.err]).toEqual([1, expect.stringMatching(/^-: .* \(NOT_RECOGNISED\)\n$/)]);
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringMatching(/\(UNKNOWN_PUBLICATION\)\n$/)]);
    expect([taken.code, taken.err]).toEqual([1, expect.stringMatching(/\(SLUG_TAKEN\)\n$/)]);
    expect(list.out).toBe('quay                          1 issues  quay (en, UTC)\n');
  });

  it('answers over HTTP with what was ingested, and lets nobody write without the token', async () => {
    expect(await ask(`${address}/graphql`, '{ issues { nodes { slug items { totalCount } } } }')).toEqual({
      data: { issues: { nodes: [{ slug: '201', items: { totalCount: 12 } }] } },
    });
    const mutation = `mutation { createPublication(input: { slug: "x", title: "X" }) { errors { code } } }`;
    expect(await ask(`${address}/graphql`, mutation)).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
  });

  it('has query go through it, and ask it by its address as anyone or with the token', async () => {
    const words = ['query', '{ issues { nodes { slug } } }'];
    const answer = { data: { issues: { nodes: [{ slug: '201' }] } } };
    expect(JSON.parse((await runInside([...words, ...place.flags])).out)).toEqual(answer);
    expect(JSON.parse((await runInside([...words, '--url', address])).out)).toEqual(answer);
    const drafts = ['query', '{ preview { issues { totalCount } } }', '--url', `${address}/graphql`];
    const anyone = await runInside(drafts);
    expect([anyone.code, anyone.err]).toEqual([1, expect.stringMatching(/\(FORBIDDEN/)]);
    const { secret } = JSON.parse(readFileSync(join(directory, 'server.json'), 'utf8'));
    const operator = await runInside([...drafts, '--token', secret]);
    expect(JSON.parse(operator.out)).toEqual({ data: { preview: { issues: { totalCount: 1 } } } });
    expect((await runInside([...drafts, '--token', 'wrong'])).err).toMatch(/\(UNAUTHENTICATED\)\n$/);
    const file = join(directory, 'operator.token');
    await writeFile(file, `${secret}\n`);
    expect((await runInside([...drafts, '--token', `@${file}`])).out).toBe(operator.out);
    await rm(file);
    const page = await runInside(['query', '{ __typename }', '--url', `${address}/livez`]);
    expect(page.err).toMatch(/gives no GraphQL answer: HTTP \d+.* \(SERVER_REFUSED\)\n$/);
  });

  it('sends BROADSHEET_TOKEN to no --url', async () => {
    const headers: (string | undefined)[] = [];
    const other = createHttpServer((request, response) => {
      headers.push(request.headers.authorization);
      response.end('{"data":{}}');
    });
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve(Number(Object(other.address()).port)));
    });
    const words = ['query', '{ __typename }', '--url', `http://127.0.0.1:${port}`];
    expect(await runInside(words, { BROADSHEET_TOKEN: 'a-long-secret' })).toMatchObject({ code: 0, err: '' });
    other.close();
    expect(headers).toEqual([undefined]);
  });

  it('has doctor find it, and look no further', async () => {
    const { code, out } = await runInside(['doctor', ...place.flags]);
    expect([code, out]).toEqual([0, expect.stringContaining(`held by the server at ${address}`)]);
    expect(out).not.toContain('reachable');
  });

  it.each([
    ['serve', run],
    ['migrate', runInside],
    ['reparse', runInside],
  ])('refuses %s, and names the server', async (name, runIt) => {
    const { code, out, err } = await runIt([name, ...place.flags]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(
      `The data directory ${directory} is in use by the server at ${address} (process ${server.child.pid}). Stop it, or name another directory with --data; 'ingest', 'publication', 'query', 'token' and 'audit' go through it by themselves. (DATA_DIRECTORY_IN_USE)\n`,
    );
  });

  it('lets go of the directory when it is told to stop', async () => {
    server.child.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, signal: null, err: '' });
    expect(existsSync(join(directory, 'server.json'))).toBe(false);
    expect(existsSync(join(directory, 'lock'))).toBe(false);
  });

  it('is passed over once it was killed and has left its files', async () => {
    server = start(['serve', '--port', '0', '--json', ...place.flags]);
    await server.line(/address/);
    server.child.kill('SIGKILL');
    await server.ended;
    expect(existsSync(join(directory, 'server.json'))).toBe(true);
    const { code, out } = await runInside(['publication', 'list', ...place.flags]);
    expect([code, out]).toEqual([0, 'quay                          1 issues  quay (en, UTC)\n']);
    const answer = await runInside(['query', '{ issues { totalCount } }', ...place.flags]);
    expect(JSON.parse(answer.out)).toEqual({ data: { issues: { totalCount: 1 } } });
  });

  it('says that a port is in use, and lets go of the directory', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve(Number(Object(other.address()).port)));
    });
    const { code, err } = await run(['serve', '--port', String(port), ...place.flags]);
    other.close();
    expect(code).toBe(1);
    expect(err).toMatch(new RegExp(`^Port ${port} on 127.0.0.1 is in use.* \\(PORT_IN_USE\\)\n$`));
    expect(existsSync(join(directory, 'lock'))).toBe(false);
  });
});

async function ask(address: string, query: string): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}
