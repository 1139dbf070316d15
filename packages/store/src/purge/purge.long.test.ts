import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.js';
import { ingestIssue } from '../ingest/ingest-issue.js';
import { databasesUnderTest } from '../testing/index.js';
import { MARKS, marked, plain } from '../testing/marked-issue.js';
import { countRows, openHarbour } from '../testing/sample-issues.js';
import { exportDatabase } from '../transfer/export-database.js';
import { type PurgeInput, purge } from './purge.js';

async function ingest(database: Database, number: number, document: string, publish = true): Promise<void> {
  const publishedOn = `2026-10-${String(number).padStart(2, '0')}`;
  await ingestIssue(database, { publication: 'harbour', document, publishedOn, publish, number });
}

/** Tables in which a text stands, with how many of their rows have it. */
async function findText(database: Database, marks: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const found = new Map<string, number>();
  const patterns = marks.map((mark) => `%${mark}%`);
  for (const name of Object.keys(await countRows(database))) {
    const { rows } = await sql<{ count: number }>`
      select count(*) from ${sql.table(name)} t where t::text like any(${patterns}::text[])
    `.execute(database.kysely);
    if (rows[0] !== undefined && rows[0].count > 0) found.set(name, rows[0].count);
  }
  return Object.fromEntries(found);
}

async function rowsOf(database: Database, table: string, without: readonly string[] = []): Promise<string[]> {
  const { rows } = await sql<{ row: string }>`
    select (to_jsonb(t) - ${without}::text[])::text as row from ${sql.table(table)} t order by 1
  `.execute(database.kysely);
  return rows.map(({ row }) => row);
}

const WHOLE: PurgeInput = { publication: 'harbour', issue: '7', note: 'By order of a court.' };

describe.each(databasesUnderTest())('purging an issue on $kind', (kind) => {
  let database: Database;
  /** What is public where the issue never was there. */
  let without: Database;
  beforeAll(async () => {
    database = await openHarbour(kind);
    await ingest(database, 1, plain(1));
    await ingest(database, 7, marked('first'));
    await ingest(database, 8, plain(8));
    await ingest(database, 7, marked('second'));
    await ingest(database, 9, plain(9), false);
    await ingest(database, 7, marked('third'), false);
    without = await openHarbour(kind);
    for (const number of [1, 8]) await ingest(without, number, plain(number));
    await ingest(without, 9, plain(9), false);
  }, 120_000);
  afterAll(() => Promise.all([database.close(), without.close()]));

  it('finds its text in tables of every kind before', async () => {
    expect(Object.keys(await findText(database, MARKS))).toEqual(
      expect.arrayContaining([
        'editorial.definition',
        'editorial.document',
        'editorial.identity',
        'editorial.revision',
        ...['published', 'past', 'draft'].flatMap((schema) =>
          [
            'issue',
            'section',
            'item',
            'exchange',
            'attribution',
            'byline',
            'link',
            'item_keyword',
            'event_mention',
            'event',
            'series',
            'rubric',
            'source',
            'keyword',
            'contributor',
            'entity_name',
          ].map((table) => `${schema}.${table}`),
        ),
      ]),
    );
  });

  it('refuses what is not there, and changes nothing', async () => {
    const before = await countRows(database);
    await expect(purge(database, { ...WHOLE, publication: 'nowhere' })).rejects.toMatchObject({
      code: 'UNKNOWN_PUBLICATION',
    });
    await expect(purge(database, { ...WHOLE, issue: '77' })).rejects.toMatchObject({ code: 'UNKNOWN_ISSUE' });
    await expect(purge(database, { ...WHOLE, revision: 4 })).rejects.toMatchObject({ code: 'UNKNOWN_REVISION' });
    await expect(purge(database, { ...WHOLE, revision: 2 })).rejects.toMatchObject({ code: 'REVISION_SHOWN' });
    await expect(purge(database, { ...WHOLE, revision: 3 })).rejects.toMatchObject({ code: 'REVISION_SHOWN' });
    await expect(purge(database, { ...WHOLE, note: 'a\u0000b' })).rejects.toMatchObject({ code: 'NUL_CHARACTER' });
    expect(await countRows(database)).toEqual(before);
  });

  it('leaves nothing of its text in any table', async () => {
    const documents = await rowsOf(database, 'editorial.document');
    expect(await purge(database, WHOLE)).toMatchObject({ revisions: 3, documents: 3, change: 6 });
    expect(await findText(database, MARKS)).toEqual({});
    expect(await rowsOf(database, 'editorial.document')).toHaveLength(documents.length - 3);
  });

  it('leaves what is public, and the drafts, as if it had never been there', async () => {
    const since = ['since', 'created_at', 'published_at', 'superseded_at'];
    const states = Object.keys(await countRows(database)).filter((name) => /^(published|draft)\./.test(name));
    for (const table of [...states, 'editorial.definition', 'editorial.identity']) {
      if (/change|gone/.test(table)) continue;
      expect([table, ...(await rowsOf(database, table, since))]).toEqual([
        table,
        ...(await rowsOf(without, table, since)),
      ]);
    }
  });

  it('tells the log what left, and leaves tombstones', async () => {
    const { rows } = await sql<{ kind: string; note: string; types: string[] }>`
      select c.kind, c.note, array(select distinct e.type from published.change_entry e where e.seq = c.seq and e.action = 'DELETED') as types
      from published.change c order by c.seq desc limit 1
    `.execute(database.kysely);
    expect(rows).toMatchObject([{ kind: 'WITHDRAWN', note: WHOLE.note }]);
    expect(rows[0]?.types.sort()).toEqual(
      ['Contributor', 'Event', 'Issue', 'Item', 'Keyword', 'Revision', 'Rubric', 'Section', 'Series', 'Source'].sort(),
    );
    const { rows: gone } = await sql`select reason from published.gone where type = 'Issue'`.execute(database.kysely);
    expect(gone).toEqual([{ reason: 'WITHDRAWN' }]);
  });

  it('takes the issue again as a new one', async () => {
    const again = await ingestIssue(database, { publication: 'harbour', document: marked('first'), publish: true });
    expect(again).toMatchObject({ outcome: 'CREATED', slug: '7', revision: 1, change: 7 });
    const { rows } = await sql`select reason from published.gone where type = 'Issue'`.execute(database.kysely);
    expect(rows).toEqual([]);
  });
});

describe.each(databasesUnderTest())('purging on $kind', (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await openHarbour(kind);
  });
  afterAll(() => database.close());

  it('says nothing in the log of an issue that never was public', async () => {
    await ingest(database, 7, marked('secret'), false);
    const log = await rowsOf(database, 'published.change');
    expect(await purge(database, WHOLE)).toMatchObject({ revisions: 1, documents: 1, change: null });
    expect(await findText(database, MARKS)).toEqual({});
    expect(await rowsOf(database, 'published.change')).toEqual(log);
    expect(await rowsOf(database, 'published.gone')).toEqual([]);
  });

  it('keeps a document that another issue has', async () => {
    const document = plain(3);
    for (const slug of ['3', '3-again']) {
      await ingestIssue(database, { publication: 'harbour', document, slug, publishedOn: '2026-10-03', publish: true });
    }
    expect(await purge(database, { publication: 'harbour', issue: '3-again' })).toMatchObject({ documents: 0 });
    expect(await rowsOf(database, 'editorial.document')).toHaveLength(1);
    expect(await purge(database, { publication: 'harbour', issue: '3' })).toMatchObject({ documents: 1 });
  });
});

describe.each(databasesUnderTest())('purging a superseded revision on $kind', (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await openHarbour(kind);
    await ingest(database, 1, plain(1));
    await ingest(database, 7, plain(7));
    await ingest(database, 7, marked('second').replace('2. Boats Go Free', '2. Dues 7 Go Down'));
    await ingest(database, 8, plain(8, 'Quay House'));
    await ingest(database, 7, plain(7, 'New House'));
    await ingest(database, 7, plain(7, 'Draft House'), false);
  });
  afterAll(() => database.close());

  it('leaves nothing of its text, and the rest of the issue as it was', async () => {
    const tables = ['issue', 'item', 'event', 'keyword', 'source', 'entity_name', 'event_mention'];
    const states = ['published', 'draft'].flatMap((schema) => tables.map((table) => `${schema}.${table}`));
    const before = await Promise.all(states.map((table) => rowsOf(database, table, ['since'])));
    expect(await purge(database, { ...WHOLE, revision: 2 })).toMatchObject({ revisions: 1, documents: 1, change: 7 });
    expect(await findText(database, MARKS)).toEqual({});
    expect(await Promise.all(states.map((table) => rowsOf(database, table, ['since'])))).toEqual(before);
  });

  it('takes it off the lists of revisions, and says so in the log', async () => {
    for (const schema of ['published', 'draft', 'editorial']) {
      const { rows } = await sql<{ ordinal: number }>`
        select r.ordinal from ${sql.table(`${schema}.revision`)} r join editorial.issue i on i.id = r.issue_id
        where i.slug = '7' order by 1
      `.execute(database.kysely);
      expect(rows.map(({ ordinal }) => ordinal)).toEqual(schema === 'published' ? [1, 3] : [1, 3, 4]);
    }
    const { rows } = await sql`
      select c.kind, e.action, e.type from published.change c join published.change_entry e using (seq)
      where c.seq = 7 and e.action = 'DELETED'
    `.execute(database.kysely);
    expect(rows).toEqual([{ kind: 'CORRECTED', action: 'DELETED', type: 'Revision' }]);
  });

  it('has the issue in the past as it was before and after, and not in between', async () => {
    const titles = async (seq: number): Promise<unknown[]> => {
      const { rows } = await sql<{ title: string }>`
        select t.title from (select id, title, since, until from past.issue
          union all select id, title, since, null from published.issue) t join editorial.issue i on i.id = t.id
        where i.slug = '7' and since <= ${seq} and (until is null or ${seq} < until)
      `.execute(database.kysely);
      return rows.map(({ title }) => title);
    };
    const plainTitle = 'A plain week (Issue 7)';
    expect(await Promise.all([2, 3, 4, 5, 6, 7].map(titles))).toEqual([
      [],
      [plainTitle],
      [],
      [],
      [plainTitle],
      [plainTitle],
    ]);
  });

  it('lets the event be told by who else announced it then', async () => {
    const { rows } = await sql<{ place_venue: string; since: number; until: number }>`
      select place_venue, since, until from past.event where title like '%Lamps%' order by since
    `.execute(database.kysely);
    expect(rows.map(({ place_venue, since, until }) => [place_venue, since, until])).toMatchObject([
      ['Lamp House', 2, 3],
      ['Lamp House', 3, 4],
      ['Lamp House', 4, 5],
    ]);
  });

  it('is exported and read again like any other', async () => {
    const lines: string[] = [];
    for await (const line of exportDatabase(database)) lines.push(line);
    expect(lines.join('\n')).not.toMatch(/zqxmark/i);
    const document = plain(7, 'Last House');
    const next = await ingestIssue(database, {
      publication: 'harbour',
      document,
      publishedOn: '2026-10-07',
      publish: true,
    });
    expect(next).toMatchObject({ outcome: 'REVISED', revision: 5 });
  });
});
