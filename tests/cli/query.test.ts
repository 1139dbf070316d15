import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, run } from './command.js';
import { type CommandDatabase, oneCommandDatabase } from './databases.js';
import { runInside } from './inside.js';

const SAMPLE = join(ROOT, 'packages/cli/sample');
const ISSUES = '{ issues(first: 1) { totalCount nodes { slug publishedOn } } }';
const ISSUE = 'query One($slug: String!) { issue(publication: "quay", slug: $slug) { slug number } }';

const kind = oneCommandDatabase();

// The embedded database is asked in server.long.test.ts, through its server and without.
describe(`query on ${kind.name}`, { timeout: 90_000 }, () => {
  let place: CommandDatabase;
  let folder: string;
  beforeAll(async () => {
    place = await kind.make();
    folder = await mkdtemp(join(tmpdir(), 'broadsheet-query-'));
    const words = ['--publication', 'quay', '--date', '2026-10-07', ...place.flags];
    await runInside(['ingest', join(SAMPLE, 'issue-201.txt'), ...words, '--publish']);
    await runInside(['ingest', join(SAMPLE, 'issue-202.txt'), ...words]);
  });
  afterAll(async () => {
    await place.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const query = (...words: string[]) => runInside(['query', ...words, ...place.flags]);

  it('prints the answer as JSON on a pipe, and as a table on a terminal or with --table', async () => {
    const { code, out, err } = await query(ISSUES);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({
      data: { issues: { totalCount: 1, nodes: [{ slug: '201', publishedOn: '2026-10-07' }] } },
    });
    const table = 'issues (1 of 1)\nslug  publishedOn\n────  ───────────\n 201  2026-10-07\n';
    expect((await query(ISSUES, '--table')).out).toBe(table);
    expect((await runInside(['query', ISSUES, ...place.flags], {}, 80)).out).toBe(table);
    expect((await runInside(['query', ISSUES, '--json', ...place.flags], {}, 80)).out).toBe(out);
  });

  it('takes variables, files and standard input, and one of several operations', async () => {
    const file = join(folder, 'two.graphql');
    await writeFile(file, `${ISSUE} query Two { publications { slug } }`);
    const json = join(folder, 'variables.json');
    await writeFile(json, '{ "slug": "201" }');
    const one = { data: { issue: { slug: '201', number: 201 } } };
    expect(JSON.parse((await query(ISSUE, '--var', 'slug=201')).out)).toEqual(one);
    const named = await query('--file', file, '--operation', 'One', '--variables', `@${json}`);
    expect(JSON.parse(named.out)).toEqual(one);
    const other = await query('--file', file, '--operation', 'Two');
    expect(JSON.parse(other.out)).toEqual({ data: { publications: [{ slug: 'quay' }] } });
    const unnamed = await query('--file', file);
    expect([unnamed.code, unnamed.err]).toEqual([2, expect.stringMatching(/: One, Two\..*\(OPERATION_UNKNOWN\)\n$/)]);
    const typed = await run(['query', '-', ...place.flags], { input: '{ publications { slug } }' });
    expect(JSON.parse(typed.out)).toEqual({ data: { publications: [{ slug: 'quay' }] } });
  });

  it('reads drafts and writes, as who can open the database may', async () => {
    const draft = await query('{ preview { issue(publication: "quay", slug: "202") { slug status } } }');
    expect(JSON.parse(draft.out)).toEqual({ data: { preview: { issue: { slug: '202', status: 'DRAFT' } } } });
    const added = await query(
      'mutation Add($input: CreatePublicationInput!) { createPublication(input: $input) { errors { code } } }',
      '--var',
      'input={"slug":"pilot","title":"Pilot"}',
    );
    expect(JSON.parse(added.out)).toEqual({ data: { createPublication: { errors: [] } } });
  });

  it.each([
    [
      'an operation that is none',
      ['{ issues('],
      1,
      /^The operation cannot be read at 1:10: .* \(GRAPHQL_PARSE_FAILED\)\n$/,
    ],
    [
      'a field that is not there',
      ['{ nope }'],
      1,
      /^Cannot query field "nope".* \(GRAPHQL_VALIDATION_FAILED at 1:3\)\n$/,
    ],
    [
      'a value that is not allowed',
      ['{ issues(first: 900) { totalCount } }'],
      1,
      /^issues: .* \(PAGE_SIZE at 1:3\)\n$/,
    ],
    ['no operation', [], 2, /\(OPERATION_MISSING\)\n$/],
    ['a variable that is not there', [ISSUE, '--var', 'slog=1'], 2, /\(BAD_VARIABLE\)\n$/],
    [
      'a file that is not there',
      ['--file', 'none.graphql'],
      1,
      /^none\.graphql: .* it is not there\. \(FILE_UNREADABLE\)\n$/,
    ],
    [
      'a file of variables that is not there',
      [ISSUE, '--variables', '@none.json'],
      1,
      /^none\.json: .* it is not there\. \(FILE_UNREADABLE\)\n$/,
    ],
  ])('tells %s on stderr', async (_, words, exit, message) => {
    const { code, err } = await query(...words);
    expect([code, err]).toEqual([exit, expect.stringMatching(message)]);
  });
});

describe('query', () => {
  it('makes no database', async () => {
    const { code, err } = await runInside(['query', ISSUES, '--data', '/tmp/no-such-directory']);
    expect([code, err]).toEqual([1, expect.stringMatching(/ \(NO_DATABASE\)\n$/)]);
  });

  it.each([
    [
      'nothing answers',
      ['--url', 'http://127.0.0.1:1'],
      1,
      /127\.0\.0\.1:1\/graphql does not answer.* \(SERVER_UNREACHABLE\)\n$/,
    ],
    ['an address is none', ['--url', 'bulletin'], 2, /\(BAD_URL\)\n$/],
  ])('says that %s', async (_, flags, exit, message) => {
    const { code, out, err } = await runInside(['query', ISSUES, ...flags]);
    expect([code, out, err]).toEqual([exit, '', expect.stringMatching(message)]);
  });
});
