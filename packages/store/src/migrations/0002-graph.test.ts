import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { makeId } from '../identity/id.js';
import { nameKey } from '../identity/slug.js';
import { ingestIssue } from '../ingest/ingest-issue.js';
import { addPublication } from '../publication/add-publication.js';
import { databasesUnderTest } from '../testing/index.js';
import { ground } from './0001-ground.js';
import { MIGRATIONS } from './all.js';

const series = makeId('series', 'publication', 'salt');
const OLD_KEYWORDS = ['AI agent', 'AI agents', 'Policies', 'News'];
const keyword = (name: string): string => makeId('keyword', nameKey(name));

/** Rows of a table as the first version wrote them; what they leave out is blank. */
async function write(db: Kysely<unknown>, table: string, rows: readonly object[]): Promise<void> {
  const name = sql.table(table);
  const { rows: columns } = await sql<{ name: string; type: string }>`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and attnotnull
  `.execute(db);
  const blank = Object.fromEntries(columns.map(({ name: column, type }) => [column, BLANKS[type] ?? '']));
  const json = JSON.stringify(rows.map((row) => ({ ...blank, ...row })));
  await sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${json}::json)`.execute(db);
}

const BLANKS: Readonly<Record<string, unknown>> = {
  integer: 0,
  bigint: 1,
  'text[]': [],
  boolean: false,
  'double precision': 1,
};

async function writeFirstVersion(database: Database): Promise<void> {
  await database.transaction(async (trx) => {
    // What rows point at, and no test asks for, is not there.
    await sql`set local session_replication_role = replica`.execute(trx);
    const item = (n: number) => ({
      id: `item_${n}`,
      issue_id: `issue_${n}`,
      newest_key: `${9 - n}`,
      oldest_key: `${n}`,
    });
    const part = { series_id: series, title: 'Salt', part_is_continuation: true, part_to_be_continued: true };
    await write(trx, 'published.series', [{ id: series, title: 'Salt', is_complete: false }]);
    await write(trx, 'published.item', [{ ...item(1), ...part }, { ...item(2), ...part }, item(3)]);
    await write(trx, 'past.item', [{ ...item(1), ...part, until: 2 }]);
    await write(trx, 'past.link', [{ item_id: 'item_1', url: 'https://quay.example', until: 2 }]);
    const printed = [
      [1, 'AI agent'],
      [1, 'AI agents'],
      [2, 'AI agents'],
      [2, 'Policies'],
      [3, 'News'],
    ] as const;
    await write(
      trx,
      'published.item_keyword',
      printed.map(([n, name], index) => ({
        item_id: `item_${n}`,
        keyword_id: keyword(name),
        ordinal: index + 1,
        printed: name,
      })),
    );
    await write(
      trx,
      'published.keyword',
      OLD_KEYWORDS.map((name) => ({ id: keyword(name), slug: nameKey(name), name, item_count: 1 })),
    );
    await write(
      trx,
      'published.entity_name',
      OLD_KEYWORDS.map((name) => ({
        entity_id: keyword(name),
        name,
        name_slug: nameKey(name),
        method: 'PRINTED',
        uses: 1,
      })),
    );
  });
}

describe.each(databasesUnderTest())('the second migration on $kind', (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await kind.open();
    await migrate(database, [ground]);
    await writeFirstVersion(database);
    expect(await migrate(database, MIGRATIONS)).toEqual({
      applied: MIGRATIONS.slice(1).map(({ name }) => name),
    });
  });
  afterAll(() => database.close());

  const rows = async (query: string): Promise<unknown> =>
    JSON.parse((await database.text(`select json_agg(q) from (${query}) q`, [], { as: 'owner' })) ?? '[]');

  it('keeps the parts of series, in their order', async () => {
    expect(
      await rows(
        'select item_id, series_id, ordinal, previous_id, next_id from published.series_part order by ordinal',
      ),
    ).toEqual([
      { item_id: 'item_1', series_id: series, ordinal: 1, previous_id: null, next_id: 'item_2' },
      { item_id: 'item_2', series_id: series, ordinal: 2, previous_id: 'item_1', next_id: null },
    ]);
    expect(await rows('select id, series_title from published.item where series_key is not null order by id')).toEqual([
      { id: 'item_1', series_title: 'Salt' },
      { id: 'item_2', series_title: 'Salt' },
    ]);
  });

  it('leaves the last columns of the past what they are', async () => {
    expect(await rows('select since, until from past.item union all select since, until from past.link')).toEqual([
      { since: 1, until: 2 },
      { since: 1, until: 2 },
    ]);
    for (const table of ['item', 'link', 'issue', 'series_part']) {
      const names = (schema: string) =>
        rows(
          `select attname from pg_attribute where attrelid = '${schema}.${table}'::regclass and attnum > 0 and not attisdropped order by attnum`,
        );
      const published = await names('published');
      expect(await names('past')).toEqual(
        Array.isArray(published) ? [...published, { attname: 'until' }, { attname: 'audience' }] : [],
      );
    }
  });

  it('makes the forms of a keyword one, found by all their slugs', async () => {
    expect(await rows('select slug, name, item_count from published.keyword order by slug')).toEqual([
      { slug: 'ai-agent', name: 'AI agent', item_count: 2 },
      { slug: 'news', name: 'News', item_count: 1 },
      { slug: 'policies', name: 'Policies', item_count: 1 },
    ]);
    expect(await rows('select slug, target_id from published.redirect')).toEqual([
      { slug: 'ai-agents', target_id: keyword('AI agent') },
    ]);
    expect(
      await rows(
        'select count(*) from published.item_keyword k where not exists (select from published.keyword w where w.id = k.keyword_id)',
      ),
    ).toEqual([{ count: 0 }]);
  });

  it('takes issues with forms that were there before', async () => {
    await addPublication(database, { slug: 'quay', title: 'The Quay' });
    const document = 'Fog (Issue 1)\nLaws and Regulations\n1. Fog\n[Keywords: Policies, Policy, AI agents]\nFog.\n';
    await ingestIssue(database, { publication: 'quay', document, publish: true });
    expect(await rows('select slug, item_count from published.keyword order by slug')).toEqual([
      { slug: 'ai-agent', item_count: 3 },
      { slug: 'news', item_count: 1 },
      { slug: 'policies', item_count: 2 },
    ]);
  });
});
