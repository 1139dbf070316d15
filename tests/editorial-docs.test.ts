import { readFileSync } from 'node:fs';
import { createClient, type TypedDocument } from '@broadsheet/sdk';
import { printPublicSchema } from '@broadsheet/server';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom, TOKEN } from './newsroom.js';
import { scopeNeeds } from './rights/scope-needs.js';

const TEXT = readFileSync(new URL('../docs/editorial.md', import.meta.url), 'utf8');
const [kind] = DATABASES;

const DOCUMENT =
  'Boats Built (Issue 1)\nLaws and Regulations\nNational\n1. Boats Built\n[Keyword: Quays; Wharves]\nA boat was built.\nSource: The Yard\n';

describe('the examples of docs/editorial.md', () => {
  let room: Newsroom;
  let issue = '';
  beforeAll(async () => {
    if (kind === undefined) throw new Error('There is no database to test on.');
    room = await openNewsroom(kind);
    issue = (await room.ingest({ document: DOCUMENT, publishedOn: '2026-02-01' })).issueId;
  });
  afterAll(() => room.close());

  it('do by curl what they say', async () => {
    const bodies = [...TEXT.matchAll(/-d '(\{[\s\S]*?\n\})'/g)].map(([, body = '']) => body.replaceAll('ISSUE', issue));
    const ask = (body: string): Promise<unknown> => {
      const { query, variables }: { query: string; variables: object } = JSON.parse(body);
      return room.data(query, variables, { token: TOKEN });
    };
    const [first = '', schedule = '', withdraw = '', mend = ''] = bodies;
    const answers = [await ask(first)];
    await room.ingest({ document: DOCUMENT.replace('was built', 'was well built'), publishedOn: '2026-02-01' });
    const again = first.replace('"revision": 1', '"revision": 2');
    for (const body of [schedule, withdraw, again, mend]) answers.push(await ask(body));
    expect(bodies).toHaveLength(4);
    expect(answers).toEqual([
      {
        publishIssue: {
          issue: { slug: '1', status: 'PUBLISHED' },
          change: { cursor: expect.any(String), kind: 'PUBLISHED' },
          errors: [],
        },
      },
      { publishIssue: { issue: { slug: '1', status: 'SCHEDULED' }, change: null, errors: [] } },
      { withdrawIssue: { issue: { slug: '1', status: 'WITHDRAWN' }, change: { kind: 'WITHDRAWN' }, errors: [] } },
      {
        publishIssue: {
          issue: { slug: '1', status: 'PUBLISHED' },
          change: { cursor: expect.any(String), kind: 'PUBLISHED' },
          errors: [],
        },
      },
      { updateIssue: { issue: { slug: 'spring', number: 12 }, change: { kind: 'CORRECTED' }, errors: [] } },
    ]);
  });

  it('do with the SDK what they say', async () => {
    const [, text = ''] = /const Merge = `([\s\S]*?)`;/.exec(TEXT) ?? [];
    const client = createClient({
      url: 'http://localhost/graphql',
      headers: { authorization: `Bearer ${TOKEN}` },
      fetch: async (address, init) => room.app.yoga.fetch(String(address), { ...init }),
    });
    const Ids: TypedDocument<
      Record<'from' | 'into', { id: string }>,
      Record<string, never>
    > = '{ from: keyword(slug: "wharves") { id } into: keyword(slug: "quays") { id } }';
    const { from, into } = await client.request(Ids);
    const merge: TypedDocument<unknown, { from: string[]; into: string }> = text;
    expect(await client.request(merge, { from: [from.id], into: into.id })).toMatchObject({
      mergeEntities: {
        entity: { slug: 'quays', aliases: [{ name: 'Wharves', method: 'CURATED' }] },
        change: { entries: expect.arrayContaining([{ action: 'DELETED', id: from.id, replacedBy: into.id }]) },
        errors: [],
      },
    });
  });

  it('say of each mutation of the editors which scope it needs', () => {
    const rows = TEXT.split('\n').filter((line) => line.startsWith('| ') && line.split(' | ').length === 3);
    const needs = scopeNeeds(buildSchema(printPublicSchema())).filter(
      ({ field }) => field !== 'Mutation.createPublication',
    );
    const untold = needs.filter(
      ({ field, scope }) =>
        !rows.some((row) => row.includes(`\`${field.split('.')[1]}\``) && row.includes(`\`${scope}\``)),
    );
    expect(needs.length).toBeGreaterThan(7);
    expect(untold).toEqual([]);
  });

  it('names every error that a decision may have', () => {
    for (const code of [
      'STALE_REVISION',
      'NOT_PUBLISHED',
      'SLUG_TAKEN',
      'UNKNOWN_ENTITY',
      'ENTITY_TYPES_DIFFER',
      'MERGE_CIRCLE',
    ])
      expect(TEXT).toContain(code);
  });
});
