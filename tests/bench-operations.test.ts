import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpusFile } from './corpus.js';
import { inPast, inPreview } from './history/in-state.js';
import { withoutState } from './history/read-state.js';
import { DATABASES, type Newsroom, openNewsroom, TOKEN } from './newsroom.js';
import { ingestSample } from './sample.js';

/**
 * The operations that speed is measured on, each with the statement it becomes and the answer on the sample: `operations/x.graphql`, `x.sql`,
 * `x.json`. UPDATE=1 writes statement and answer anew.
 */
const OPERATIONS = [
  {
    name: 'issue-tree',
    sample: { publication: 'veldermouth-weekly', slug: '204' },
    model: { publication: 'swb', slug: '123' },
  },
  { name: 'latest', sample: { publication: 'veldermouth-weekly' }, model: { publication: 'swb' } },
  { name: 'keyword', sample: { slug: 'harbour-logistics' }, model: { slug: 'tesla' } },
  { name: 'events', sample: { from: '2026-11-20' }, model: { from: '2025-12-17' } },
  {
    name: 'source-deep',
    sample: { slug: 'veldermouth-port-authority' },
    model: { slug: 'international-services-shanghai' },
  },
] as const;

/** Of what is public now alone. */
const SEARCH = { name: 'search', sample: { query: 'harbour tide' } } as const;

describe.each(DATABASES)('the measured operations on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
    await ingestSample(room);
  });
  afterAll(() => room.close());

  it.each([...OPERATIONS, SEARCH])(
    'answers $name on the sample with the one statement that is stated',
    async ({ name, sample }) => {
      room.statements.length = 0;
      const data = await room.data(fixture(`${name}.graphql`), sample);
      expect(room.statements).toHaveLength(1);
      stated(`${name}.sql`, layOut(room.statements[0] ?? ''));
      stated(`${name}.json`, JSON.stringify(data, null, 2));
    },
  );

  it.each(OPERATIONS)(
    'answers $name with one statement in the past and in the preview too, and the same',
    async ({ name, sample }) => {
      const query = fixture(`${name}.graphql`);
      const now = await room.data(query, sample);
      const states = [
        { query: inPast(query), variables: { ...sample, at: '2999-01-01T00:00:00Z' }, options: {} },
        { query: inPast(query), variables: { ...sample, at: '2999-01-01T00:00:00Z' }, options: { token: TOKEN } },
        { query: inPreview(query), variables: sample, options: { token: TOKEN } },
      ];
      for (const { query: moved, variables, options } of states) {
        room.statements.length = 0;
        const data = JSON.stringify(await room.data(moved, variables, options), plain);
        expect(room.statements).toHaveLength(1);
        // The preview has the draft of the sample besides.
        if (moved.includes('asOf')) expect(data).toBe(`{"asOf":${JSON.stringify(now, plain)}}`);
        else expect(data).toMatch(/^\{"preview":\{"\w+":\{/);
      }
    },
  );

  it('answers each on the model issue with the same statement', async () => {
    const document = corpusFile('swb/issue-123.txt');
    if (document === undefined) return;
    await room.ingest({ document, publishedOn: '2025-12-17', publish: true });
    for (const { name, model } of OPERATIONS) {
      room.statements.length = 0;
      const data = await room.data(fixture(`${name}.graphql`), model);
      expect(room.statements.map(layOut)).toEqual([fixture(`${name}.sql`).trimEnd()]);
      expect(JSON.stringify(data)).toContain('"title"');
    }
  });
});

/** Without what only a state says. */
function plain(key: string, value: unknown): unknown {
  if (/cursor/i.test(key)) return undefined;
  return key === 'id' && typeof value === 'string' ? withoutState(value) : value;
}

function fixture(file: string): string {
  return readFileSync(new URL(`operations/${file}`, import.meta.url), 'utf8');
}

function stated(file: string, text: string): void {
  if (process.env['UPDATE'] === '1') writeFileSync(new URL(`operations/${file}`, import.meta.url), `${text}\n`);
  expect(`${text}\n`).toBe(fixture(file));
}

/** A statement broken before its clauses, so that a difference shows where it is. */
function layOut(sql: string): string {
  return sql.replace(/\s+/g, ' ').replace(/ (?=\(?select |from |where |order by |limit |left join |union )/g, '\n');
}
