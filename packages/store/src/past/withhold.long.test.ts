import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.js';
import { findReading } from '../editorial/load.js';
import { makeId } from '../identity/id.js';
import { ingestIssue } from '../ingest/ingest-issue.js';
import { appendChange } from '../log/append-change.js';
import { lockLog } from '../log/log-head.js';
import { withdrawRows } from '../log/withdraw-rows.js';
import { publishIssue } from '../publishing/publish-issue.js';
import { withdrawIssue } from '../publishing/withdraw-issue.js';
import { STATE_TABLE_NAMES } from '../state-tables.js';
import type { StateTable } from '../tables.js';
import { databasesUnderTest } from '../testing/index.js';
import { MARKS, marked, plain } from '../testing/marked-issue.js';
import { openHarbour } from '../testing/sample-issues.js';

const PUBLICATION = makeId('publication', 'harbour');

type State = Readonly<Record<StateTable, readonly string[]>>;

describe.each(databasesUnderTest())('withdrawing an issue on $kind', (kind) => {
  let database: Database;
  /** What was public after each change. */
  const copies: State[] = [];
  let withdrawn = '';

  beforeAll(async () => {
    database = await openHarbour(kind);
    await ingest(1, plain(1));
    await ingest(7, marked('first'));
    await ingest(8, plain(8));
    await ingest(7, marked('second'));
    await ingest(1, plain(1, 'Lantern House'));
    await withdraw();
  }, 120_000);
  afterAll(() => database.close());

  async function ingest(number: number, document: string): Promise<void> {
    const publishedOn = `2026-10-${String(number).padStart(2, '0')}`;
    const { change, issueId } = await ingestIssue(database, {
      publication: 'harbour',
      document,
      publishedOn,
      publish: true,
      number,
    });
    if (number === 7) withdrawn = issueId;
    copies[change ?? 0] = await stateAt('published', 'true', 'reader');
  }

  async function withdraw(): Promise<void> {
    const issueId = withdrawn;
    await database.transaction(async (trx) => {
      const place = await lockLog(trx);
      const before = await findReading(trx, 'published', issueId);
      if (before === undefined) throw new Error('Issue 7 is not public.');
      const { diff } = await withdrawRows(trx, place, issueId, before);
      const change = { kind: 'WITHDRAWN', note: null, publication_id: PUBLICATION, issue_id: issueId } as const;
      await appendChange(trx, place, change, diff);
    });
  }

  /** The rows of every table in a schema, without what is the state's own. */
  async function stateAt(schema: string, where: string, as: 'owner' | 'reader'): Promise<State> {
    const lists = STATE_TABLE_NAMES.map(
      (table) =>
        `'${table}', (select coalesce(json_agg(r order by r), '[]') from (select (to_jsonb(t) - array['since', 'until', 'audience', 'stands', 'shortest', 'reach', 'uses'])::text as r from ${schema}.${table} t where ${where}) s)`,
    );
    const json = await database.text(`select json_build_object(${lists.join(', ')})`, [], { as });
    const state: State = JSON.parse(json ?? '{}');
    return state;
  }

  const during = (seq: number): string =>
    `since <= ${seq} and until > ${seq} and (stands or until - since between shortest and reach)`;

  it('leaves readers no word that only it said, in any state', async () => {
    for (const seq of Object.keys(copies).map(Number)) {
      const text = JSON.stringify(await stateAt('history', during(seq), 'reader'));
      expect(MARKS.filter((mark) => text.includes(mark))).toEqual([]);
    }
    const documents = await database.text('select string_agg(text, chr(10)) from history.document', [], {
      as: 'reader',
    });
    expect(documents).toContain('A plain week');
    expect(MARKS.filter((mark) => documents?.includes(mark))).toEqual([]);
  });

  it('leaves editors every state as it was', async () => {
    for (const [seq, copy] of copies.entries()) {
      if (copy === undefined) continue;
      expect(await stateAt('history', `${during(seq)} and audience <> 'READERS'`, 'owner')).toEqual(copy);
    }
  });

  it('leaves readers all that other issues said', async () => {
    const [seq, copy] = [copies.length - 1, copies.at(-1)];
    const left = await stateAt('history', during(seq), 'reader');
    const others = (rows: readonly string[] = []) => rows.filter((row) => !row.includes(withdrawn));
    for (const table of ['issue', 'item', 'attribution', 'item_keyword', 'event_mention', 'section'] as const) {
      expect(left[table]).toEqual(others(copy?.[table]));
      expect(left[table].length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['attribution', 'source_id', 'source'],
    ['item_keyword', 'keyword_id', 'keyword'],
    ['item_source', 'source_id', 'source'],
    ['section', 'rubric_id', 'rubric'],
    ['event_mention', 'event_id', 'event'],
    ['event', 'item_id', 'item'],
    ['issue', 'revision_id', 'revision'],
  ])('leaves readers no %s without what its %s names', async (table, column, target) => {
    for (const seq of Object.keys(copies).map(Number)) {
      const dangling = await database.text(
        `select count(*) from history.${table} t where t.since <= ${seq} and t.until > ${seq} and t.${column} is not null
          and not exists (select from history.${target} p where p.id = t.${column} and p.since <= ${seq} and p.until > ${seq})`,
        [],
        { as: 'reader' },
      );
      expect([seq, dangling]).toEqual([seq, '0']);
    }
  });

  it('keeps one row for all where both see the same', async () => {
    const { rows } = await sql<{ audience: string }>`
      select distinct audience from past.keyword where name = 'Pilotage' order by 1
    `.execute(database.kysely);
    expect(rows.map(({ audience }) => audience)).toContain('ALL');
  });
});

describe.each(databasesUnderTest())('withdrawing issues that tell of one event on $kind', (kind) => {
  it('leaves editors and readers one telling each of a time, in whatever order they go and come back', async () => {
    const database = await openHarbour(kind);
    const ids: string[] = [];
    for (const number of [1, 2, 3]) {
      const input = { publication: 'harbour', publishedOn: `2026-10-0${number}`, publish: true };
      ids.push((await ingestIssue(database, { ...input, document: plain(number, `House ${number}`) })).issueId);
    }
    const [first = '', second = '', third = ''] = ids;
    for (const id of [third, second]) await withdrawIssue(database, { id });
    await publishIssue(database, { id: third, revision: 1 });
    for (const id of [third, first]) await withdrawIssue(database, { id });
    for (const unseen of ['READERS', 'EDITORS']) {
      const { rows } = await sql`
        select a.id, a.since, a.until, b.since from past.event a join past.event b on a.id = b.id and a.ctid < b.ctid
          and a.since < b.until and b.since < a.until
        where a.audience <> ${unseen} and b.audience <> ${unseen}
      `.execute(database.kysely);
      expect([unseen, rows]).toEqual([unseen, []]);
    }
    await database.close();
  });
});
