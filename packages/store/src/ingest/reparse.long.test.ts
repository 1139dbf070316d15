import type { IssueReading } from '@broadsheet/parser';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { writeDraft } from '../draft/write-draft.js';
import { getFacts, getIssue, getRevision } from '../editorial/load.js';
import { replaceIdentities, saveRevision } from '../editorial/save.js';
import { lockLog } from '../log/log-head.js';
import { MIGRATIONS } from '../migrations/all.js';
import type { ItemIdentity } from '../project/issue.js';
import { addPublication } from '../publication/add-publication.js';
import { databasesUnderTest } from '../testing/index.js';
import { type IngestInput, ingestIssue } from './ingest-issue.js';
import { type ReparseResult, reparse } from './reparse.js';
import { showPublished } from './show-published.js';

const FOG = [
  '1. Fog on the Quay',
  '[Keywords: Fog]',
  'The Ministry of Tides and Quays (MTQ) warns of fog on the northern quay.',
  'Source: MTQ',
];
const SALT = [
  '2. The Price of Salt',
  '[Keywords: Salt]',
  'Salt is dearer than it was in the year before, and ropes are too.',
  'Source: STO',
];
const LAMPS = [
  '3. Lamps Come South',
  '[Keywords: Lamps]',
  'Forty lamps are shown in the old loft. The exhibition opens on February 4, 2032.',
  'Source: Loft',
];

const documentOf = (number: number, ...items: string[][]): string =>
  [
    `A headline (Issue ${number}) (2032.01.0${number})`,
    'One Week in Lanternport',
    'Latest News',
    ...items.flat(),
    '',
  ].join('\n');

describe.each(databasesUnderTest())('reparse on $kind', (kind) => {
  let database: Database;
  beforeEach(async () => {
    database = await kind.open();
    await migrate(database, MIGRATIONS);
    await addPublication(database, { slug: 'quay', title: 'The Quay' });
  });
  afterEach(() => database.close());

  const ingest = (document: string, input: Partial<IngestInput> = {}) =>
    ingestIssue(database, { publication: 'quay', document, publish: true, ...input });
  const all = async (options: Parameters<typeof reparse>[1] = {}): Promise<ReparseResult[]> => {
    const results: ReparseResult[] = [];
    for await (const result of reparse(database, options)) results.push(result);
    return results;
  };
  const rows = async (query: string): Promise<unknown> =>
    JSON.parse(
      (await database.text(`select coalesce(json_agg(q), '[]') from (${query}) q`, [], { as: 'owner' })) ?? '',
    );
  const outcomes = (results: readonly ReparseResult[]) => results.map(({ slug, outcome }) => `${slug} ${outcome}`);

  /** Everything that is stored, as one text. */
  const everything = async (): Promise<string> => {
    const { rows: tables } = await sql<{
      name: string;
    }>`select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('editorial', 'published', 'past', 'draft') order by 1`.execute(database.kysely);
    const parts = await Promise.all(tables.map(({ name }) => rows(`select t::text as row from ${name} t order by 1`)));
    return JSON.stringify(parts);
  };

  /** Makes a revision what an older parser would have left: read by version 0, with another reading, and shown so. */
  const readOtherwise = async (
    issueId: string,
    ordinal: number,
    change: (reading: IssueReading, ids: readonly ItemIdentity[]) => [IssueReading, readonly ItemIdentity[]],
  ) =>
    database.transaction(async (trx) => {
      const place = await lockLog(trx);
      const issue = await getIssue(trx, issueId);
      const revision = await getRevision(trx, issueId, ordinal);
      const [reading, item_ids] = change(revision.reading, revision.item_ids);
      await saveRevision(trx, { ...revision, parser_version: 0, reading, item_ids });
      await replaceIdentities(trx, issueId, ordinal, item_ids);
      if (ordinal === issue.published_ordinal) {
        const facts = await getFacts(trx, issueId, ordinal, 'published');
        await showPublished(trx, place, { issue, facts, before: revision.reading, note: null });
      } else await writeDraft(trx, await getFacts(trx, issueId, ordinal, 'draft'), revision.reading);
    });
  const same = (reading: IssueReading, ids: readonly ItemIdentity[]): [IssueReading, readonly ItemIdentity[]] => [
    reading,
    ids,
  ];
  /** Older readings: without the last item; with another title and without keywords. */
  const withoutLast = (
    reading: IssueReading,
    ids: readonly ItemIdentity[],
  ): [IssueReading, readonly ItemIdentity[]] => [
    { ...reading, items: reading.items.slice(0, -1), abbreviations: [] },
    ids.slice(0, -1),
  ];
  const misread = (reading: IssueReading, ids: readonly ItemIdentity[]): [IssueReading, readonly ItemIdentity[]] => [
    {
      ...reading,
      items: reading.items.map((item) => ({
        ...item,
        title: { ...item.title, value: `${item.title.value} [` },
        keywords: [],
      })),
    },
    ids,
  ];

  it('leaves what this version has read', async () => {
    await ingest(documentOf(1, FOG));
    const before = await everything();
    expect(outcomes(await all())).toEqual(['1 CURRENT']);
    expect(await everything()).toBe(before);
  });

  it('notes the version where the facts are the same, and changes nothing public', async () => {
    const { issueId } = await ingest(documentOf(1, FOG, SALT));
    await readOtherwise(issueId, 1, same);
    const head = await rows('select seq from editorial.log_head');
    expect(outcomes(await all())).toEqual(['1 SAME']);
    expect(await rows('select seq from editorial.log_head')).toEqual(head);
    expect(outcomes(await all())).toEqual(['1 CURRENT']);
  });

  it('publishes what differs as a correction, under the ids that were', async () => {
    const { issueId } = await ingest(documentOf(1, FOG, SALT, LAMPS));
    await ingest(documentOf(2, FOG));
    const items = 'select id, title, position from published.item order by issue_id, position';
    const before = await rows(items);
    const names = await rows(`select id, name, item_count from published.keyword order by id`);
    await readOtherwise(issueId, 1, misread);
    expect(await rows(items)).not.toEqual(before);
    const results = await all();
    expect(outcomes(results)).toEqual(['1 CORRECTED', '2 CURRENT']);
    expect(await rows(items)).toEqual(before);
    expect(await rows(`select id, name, item_count from published.keyword order by id`)).toEqual(names);
    const change = results[0]?.change;
    expect(await rows(`select kind, seq from published.change order by seq desc limit 1`)).toEqual([
      { kind: 'CORRECTED', seq: change },
    ]);
    expect(await rows(`select seq from editorial.log_head`)).toEqual([{ seq: change }]);
    expect(await ingest(documentOf(1, FOG, SALT, LAMPS))).toMatchObject({ outcome: 'UNCHANGED' });
  });

  it('finds an item that an older version had missed, with its definitions and its event', async () => {
    const { issueId } = await ingest(documentOf(1, SALT, FOG, LAMPS));
    await ingest(documentOf(2, FOG.slice(0, 2).concat('Source: MTQ')));
    const shared = `select (select json_agg(s order by s.id) from (select id, slug, name, item_count, abbreviation from published.source) s) as sources,
      (select json_agg(i.id order by i.id) from published.item i) as items, (select count(*) from published.event) as events,
      (select json_agg(a.source_id order by a.item_id) from published.attribution a) as ties`;
    const before = await rows(shared);
    await readOtherwise(issueId, 1, withoutLast);
    expect(await rows(shared)).not.toEqual(before);
    expect(outcomes(await all())).toEqual(['1 CORRECTED', '2 CURRENT']);
    expect(await rows(shared)).toEqual(before);
  });

  it('changes nothing in a dry run', async () => {
    const { issueId } = await ingest(documentOf(1, FOG, SALT, LAMPS));
    await ingest(documentOf(1, FOG, SALT), { publish: false });
    await readOtherwise(issueId, 1, misread);
    await readOtherwise(issueId, 2, misread);
    const before = await everything();
    expect(outcomes(await all({ dryRun: true }))).toEqual(['1 CORRECTED']);
    expect(await everything()).toBe(before);
  });

  it('corrects a draft and what is public beside it, each in its state', async () => {
    const { issueId } = await ingest(documentOf(1, FOG, SALT, LAMPS));
    await ingest(documentOf(1, FOG, LAMPS), { publish: false });
    const state = (schema: string) =>
      rows(`select i.id, i.title, (select json_agg(k.name order by k.name) from ${schema}.item_keyword l
      join ${schema}.keyword k on k.id = l.keyword_id where l.item_id = i.id) as keywords from ${schema}.item i order by i.position`);
    const before = [await state('published'), await state('preview')];
    await readOtherwise(issueId, 1, misread);
    await readOtherwise(issueId, 2, misread);
    expect([await state('published'), await state('preview')]).not.toEqual(before);
    expect(outcomes(await all())).toEqual(['1 CORRECTED']);
    expect([await state('published'), await state('preview')]).toEqual(before);
    expect(await ingest(documentOf(1, FOG, LAMPS))).toMatchObject({ outcome: 'UNCHANGED', state: 'now' });
    expect(
      await rows(
        'select id from draft.item union all select id from draft.keyword union all select id from draft.event',
      ),
    ).toEqual([]);
  });

  it('does not take a later item for one that it has read away', async () => {
    const { issueId } = await ingest(documentOf(1, FOG, SALT, LAMPS));
    const [first, , third] = await itemIds(database);
    // An older version that saw one item more, between the two: what this one reads in its place is another.
    await readOtherwise(issueId, 1, same);
    await sql`insert into editorial.identity values ('item_00000000000000000000', ${issueId}, 'ghost', 1, 1)`.execute(
      database.kysely,
    );
    await sql`update editorial.revision set reading = jsonb_set(reading::jsonb, '{items,1,title,value}', '"Ghost"')::json`.execute(
      database.kysely,
    );
    await all();
    await ingest(documentOf(1, FOG, LAMPS));
    expect(await itemIds(database)).toEqual([first, third]);
    await ingest(documentOf(1, FOG, SALT, LAMPS));
    expect(await itemIds(database)).not.toContain('item_00000000000000000000');
  });

  it('reads one publication alone where one is named, and knows the others not', async () => {
    await addPublication(database, { slug: 'lantern', title: 'The Lantern' });
    await ingest(documentOf(1, FOG));
    await ingest(documentOf(2, FOG), { publication: 'lantern' });
    expect(await all({ publication: 'lantern' })).toMatchObject([
      { publication: 'lantern', slug: '2', done: 1, total: 1 },
    ]);
    await expect(all({ publication: 'nowhere' })).rejects.toMatchObject({ code: 'UNKNOWN_PUBLICATION' });
  });
});

async function itemIds(database: Database): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from published.item order by position`.execute(database.kysely);
  return rows.map(({ id }) => id);
}
