import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { MIGRATIONS } from '../migrations/all.js';
import { addPublication } from '../publication/add-publication.js';
import { databasesUnderTest } from '../testing/index.js';
import { type IngestInput, ingestIssue } from './ingest-issue.js';

/** A document with the given lines under one heading. */
const documentOf = (headline: string, ...lines: string[]): string =>
  [headline, 'One Week in Lanternport', 'Latest News', ...lines, ''].join('\n');

const brief = (title: string, ...lines: string[]): string[] => numbered(1, title, ...lines);
const numbered = (number: number, title: string, ...lines: string[]): string[] => [`${number}. ${title}`, ...lines];

describe.each(databasesUnderTest())('ingestIssue on $kind', (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await kind.open();
    await migrate(database, MIGRATIONS);
    await addPublication(database, { slug: 'quay', title: 'The Quay' });
  });
  afterAll(() => database.close());

  const ingest = (input: Partial<IngestInput>) =>
    ingestIssue(database, { publication: 'quay', document: '', publish: true, ...input });
  const column = async (query: string): Promise<unknown> =>
    JSON.parse((await database.text(`select json_agg(x) from (${query}) q(x)`, [], { as: 'owner' })) ?? '[]');

  it('takes a document eight times at once for one issue, one revision', async () => {
    const document = documentOf('Eight at once (Issue 8)', ...brief('Fog', 'Fog lies on the quay.'));
    const all = await Promise.all(Array.from({ length: 8 }, () => ingest({ document })));
    expect(all.map(({ outcome }) => outcome).sort()).toEqual([
      'CREATED',
      ...Array.from({ length: 7 }, () => 'UNCHANGED'),
    ]);
    expect(new Set(all.map(({ issueId, revision }) => `${issueId} ${revision}`)).size).toBe(1);
    expect(all.filter(({ change }) => change !== null)).toHaveLength(1);
  });

  it('stores documents in the order in which they were given, though all are given at once and some are bad', async () => {
    const texts = ['Fog', 'Salt', 'Ropes', 'Lamps', 'Gulls', 'Tides'];
    const all = await Promise.allSettled(
      texts.map((text, index) =>
        ingest(
          index === 2
            ? { document: 'Nothing that is an issue.' }
            : { document: documentOf('In order (Issue 70)', ...brief(text, `${text} on the quay.`)), note: text },
        ),
      ),
    );
    expect(all.map((end) => (end.status === 'fulfilled' ? end.value.revision : end.status))).toEqual([
      1,
      2,
      'rejected',
      3,
      4,
      5,
    ]);
    expect(
      await column(`select note from published.change where note in ('${texts.join("','")}') order by seq`),
    ).toEqual(texts.filter((text) => text !== 'Ropes'));
  });

  it('leaves nothing of what fails while names are written, tells it once, and stores it later', async () => {
    await sql`create function refuse() returns trigger language plpgsql as $$ begin raise 'No keyword comes.'; end $$`.execute(
      database.kysely,
    );
    await sql`create trigger refuse before insert on published.keyword execute function refuse()`.execute(
      database.kysely,
    );
    const unhandled: unknown[] = [];
    const note = (reason: unknown): void => void unhandled.push(reason);
    process.on('unhandledRejection', note);
    const ingestAll = () =>
      Promise.allSettled(
        [191, 192, 193].map((number) => {
          const lines = brief(`Fog ${number}`, '[Keywords: Unheard Of]', 'Fog lies.');
          return ingest({ document: documentOf(`Refused (Issue ${number})`, ...lines) });
        }),
      );
    const refused = await ingestAll();
    await sql`drop trigger refuse on published.keyword`.execute(database.kysely);
    await setImmediate();
    process.off('unhandledRejection', note);
    expect(refused).toMatchObject(Array(3).fill({ reason: { code: 'STATEMENT_FAILED' } }));
    expect(unhandled).toEqual([]);
    expect(await column("select issue_id from search.quotable where newest_key like '%19_'")).toEqual([]);
    expect(await ingestAll()).toMatchObject(Array(3).fill({ value: { outcome: 'CREATED' } }));
  });

  it('publishes several issues at once without a gap in the log', async () => {
    const titles = ['Fog', 'Salt', 'Ropes', 'Lamps', 'Gulls', 'Tides'];
    const all = await Promise.all(
      titles.map((title, index) =>
        ingest({ document: documentOf(`At once (Issue ${80 + index})`, ...brief(title, 'Source: MTQ')) }),
      ),
    );
    const changes = all.map(({ change }) => change ?? 0).sort((a, b) => a - b);
    expect(changes).toEqual(changes.map((_, index) => (changes[0] ?? 0) + index));
    expect(await column('select seq from published.change order by seq')).toEqual(
      Array.from({ length: changes.at(-1) ?? 0 }, (_, index) => index + 1),
    );
    const { rows } = await sql<{
      item_count: number;
    }>`select item_count from published.source where slug = 'mtq'`.execute(database.kysely);
    expect(rows).toEqual([{ item_count: titles.length }]);
  });

  it.each([
    ['signs alone', '★ ★ ★', 'u-2605-20-2605-20-2605'],
    ['another script', '港口开得很晚', '港口开得很晚'],
    [
      'two thousand characters',
      'Harbours and quays '.repeat(110).trim(),
      expect.stringMatching(/^harbours-and-quays-.{80,88}-[0-9a-f]{12}$/),
    ],
  ])('gives an issue a slug whose headline is %s', async (_, headline, slug) => {
    const { outcome, slug: given } = await ingest({ document: documentOf(headline, ...brief('Fog', 'Fog.')) });
    expect({ outcome, given }).toEqual({ outcome: 'CREATED', given: slug });
  });

  it('takes names that are longer than an index takes', async () => {
    const long = Array.from({ length: 330 }, (_, index) =>
      String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)),
    ).join('');
    const document = documentOf(
      'Long names (Issue 90)',
      ...brief(long, `[Keywords: ${long}, Fog]`, 'Fog.', `Source: ${long.slice(0, 280)}`),
    );
    expect(await ingest({ document })).toMatchObject({ outcome: 'CREATED', items: 1 });
    const names = await column(
      `select length(name) from published.entity_name where name like '${long.slice(0, 20)}%'`,
    );
    expect(names).toEqual([200, 200]);
    const document2 = documentOf('Long names (Issue 90)', ...brief('Short now', 'Fog.'));
    await ingest({ document: document2 });
    expect(await column(`select name from published.entity_name where name like '${long.slice(0, 20)}%'`)).toEqual([]);
  });

  it('keeps equal sections, equal items and an event told twice apart', async () => {
    const told = 'The deadline for comments is February 3, 2032.';
    const document = documentOf(
      'Twice (Issue 91) (2032.01.09)',
      ...brief('Fees: a draft', told, told),
      ...numbered(2, 'Fees: a draft', told, told),
      'Latest News',
      ...brief('Fees: a draft', told),
    );
    expect(await ingest({ document })).toMatchObject({ outcome: 'CREATED', items: 3 });
    const issue = `(select id from published.issue where slug = '91')`;
    expect(await column(`select count(distinct id) from published.item where issue_id = ${issue}`)).toEqual([3]);
    expect(await column(`select count(distinct id) from published.section where issue_id = ${issue}`)).toEqual([3]);
    expect(
      await column(`select count(distinct event_id) from published.event_mention where issue_id = ${issue}`),
    ).toEqual([1]);
    expect(await ingest({ document })).toMatchObject({ outcome: 'UNCHANGED', change: null });
  });

  it('takes a megabyte of 500 items, corrects one of them and writes little', async () => {
    const words = 'On the quay stands a lamp that burns from dusk until the last ferry is in. '.repeat(27);
    const items = Array.from({ length: 500 }, (_, index) =>
      numbered(index + 1, `Notice ${index} of the harbour`, `${words}Lamp ${index}!`, 'Source: MTQ'),
    ).flat();
    const document = documentOf('A big one (Issue 92)', ...items);
    expect(document.length).toBeGreaterThan(1_000_000);
    expect(await ingest({ document })).toMatchObject({ outcome: 'CREATED', items: 500 });
    const { change } = await ingest({ document: document.replace('Lamp 499!', 'Lamp 499?') });
    const entries = await column(
      `select type from published.change_entry where seq = ${change} order by type collate "C"`,
    );
    expect(entries).toEqual(['Issue', 'Item', 'Revision', 'Revision']);
  });

  it('says of a dry run what would be, and stores nothing', async () => {
    const document = documentOf('Dry (Issue 93)', ...brief('Fog', 'Fog.'));
    const before = await column('select seq from editorial.log_head');
    expect(await ingest({ document, dryRun: true })).toMatchObject({
      outcome: 'CREATED',
      state: 'now',
      revision: 1,
      change: null,
    });
    expect(await ingest({ document, dryRun: true, publish: false })).toMatchObject({
      outcome: 'CREATED',
      state: 'draft',
    });
    expect(await column(`select slug from editorial.issue where slug = '93'`)).toEqual([]);
    await ingest({ document });
    expect(await ingest({ document, dryRun: true, publish: false })).toMatchObject({
      outcome: 'UNCHANGED',
      state: 'now',
    });
    expect(await column('select seq from editorial.log_head')).toEqual([
      Number(Array.isArray(before) ? before[0] : 0) + 1,
    ]);
  });

  it.each<[string, Partial<IngestInput>, string]>([
    ['an empty document', { document: ' \n ' }, 'EMPTY_DOCUMENT'],
    ['a document with NUL', { document: documentOf('Nul (Issue 94)', 'a\0b') }, 'NUL_CHARACTER'],
    ['half of a pair', { document: documentOf('Half (Issue 94)', 'a\ud83d') }, 'LONE_SURROGATE'],
    ['a document of no layout', { document: 'nothing\n' }, 'NOT_RECOGNISED'],
    ['a day that is not there', { publishedOn: '2032-02-30' }, 'BAD_VALUE'],
    ['the year 0', { publishedOn: '0000-01-01' }, 'BAD_VALUE'],
    ['a number below 0', { number: -1 }, 'BAD_VALUE'],
    ['an address of another kind', { url: 'ftp://quay.example/1' }, 'BAD_VALUE'],
    ['an address with NUL', { url: 'https://quay.example/\0' }, 'NUL_CHARACTER'],
    ['a note with NUL', { note: 'a\0b' }, 'NUL_CHARACTER'],
    ['a slug with a blank', { slug: 'a b' }, 'BAD_VALUE'],
    ['a publication that is not there', { publication: 'nowhere' }, 'UNKNOWN_PUBLICATION'],
    ['a layout that is not there', { layout: 'nothing' }, 'UNKNOWN_LAYOUT'],
  ])('refuses %s', async (_, input, code) => {
    const document = documentOf('Refused (Issue 94)', ...brief('Fog', 'Fog.'));
    await expect(ingest({ document, ...input })).rejects.toMatchObject({ code });
    expect(await column(`select slug from editorial.issue where slug = '94'`)).toEqual([]);
  });

  it('refuses another issue under a number that is taken', async () => {
    const dated = (day: string) => documentOf(`Dated (Issue 95) (${day})`, ...brief('Fog', 'Fog.'));
    await ingest({ document: dated('2031.01.09') });
    await expect(ingest({ document: dated('2032.01.09') })).rejects.toMatchObject({ code: 'ISSUE_CONFLICT' });
    expect(await ingest({ document: dated('2032.01.09'), slug: '2032-95' })).toMatchObject({ outcome: 'CREATED' });
    expect(await ingest({ document: dated('2031.01.19') })).toMatchObject({ outcome: 'REVISED', revision: 2 });
  });
});
