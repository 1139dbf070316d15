import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { MIGRATIONS } from '../migrations/all.js';
import { addPublication } from '../publication/add-publication.js';
import { databasesUnderTest } from '../testing/index.js';
import { type IngestInput, ingestIssue } from './ingest-issue.js';
import { reparse } from './reparse.js';

type Items = readonly (readonly [title: string, text: string])[];

const FERRIES: Items = [
  ['Night Ferries Are Back', 'Night ferries run again on all five lines.'],
  ['Fees for Winter Berths Are Set', 'The harbour sets the fees for the winter berths.'],
  ['Pilots Move House', 'The pilots have moved to a house on the quay.'],
];
const BIRDS: Items = [
  ['Swallows Are Counted', 'Four hundred swallows were seen on one evening.'],
  ['A Swan Sits on the Weir', 'Boats are asked to wait until the eggs have hatched.'],
  ['Gulls Learn to Queue', 'Bakers have drawn a line on the pavement.'],
];
const LAMPS: Items = [
  ['Lamp Oil Grows Dear', 'A barrel costs a third more than in spring.'],
  ['Street Lamps Turn Green', 'The council tries coloured glass in one street.'],
  ['Lanterns for Children', 'Every child is given a lantern for the parade.'],
];

function documentOf(headline: string, items: Items, ...front: readonly string[]): string {
  const briefs = items.flatMap(([title, text], index) => [`${index + 1}. ${title}`, text, 'Source: Westquay Today']);
  return [headline, ...front, 'One Week in Lanternport', 'Latest News', ...briefs, ''].join('\n');
}

describe.each(databasesUnderTest())('the issue that a document is of, on $kind', (kind) => {
  let database: Database;
  let publications = 0;
  beforeAll(async () => {
    database = await kind.open();
    await migrate(database, MIGRATIONS);
  });
  afterAll(() => database.close());

  /** Ingests into a publication of the test's own. */
  async function newsroom() {
    const publication = `bulletin-${++publications}`;
    await addPublication(database, { slug: publication, title: 'Lanternport Weekly Bulletin' });
    return async (document: string, input: Partial<IngestInput> = {}) => {
      const result = await ingestIssue(database, { publication, document, publish: true, ...input });
      return { ...result, codes: result.diagnostics.map(({ code }) => code) };
    };
  }

  it.each<[string, string, readonly string[], string]>([
    ['its number', 'Bulletin (Issue 41, No.3, January 2032)', [], '41'],
    ['its number where the date is printed too', 'Bulletin (Issue 41, No.3, January 2032) ( 2032.01.21 )', [], '41'],
    ['its month and the number in it', 'Bulletin (lssue 2, No.2, September 2031)', [], '2031-09-2'],
    ['its month and the number in it, one of them printed', 'Bulletin (Issue 2, September 2031)', [], '2031-09-2'],
    ['its number where no month has so many', 'Bulletin (Issue 41, January 2032)', [], '41'],
    ['its month where only the number in it is printed', 'Bulletin', ['No.2, September 2031'], '2031-09-2'],
    ['its day where no number is printed', 'Ferries Are Back ( 2031.09.10 )', [], '2031-09-10'],
    ['its month where the numbers differ', 'Bulletin (Issue 59, No.3, May 2032)', ['Issue 60'], '2032-05-3'],
    ['its day where the numbers differ', 'Ferries (Issue 59) ( 2032.05.19 )', ['Issue 60'], '2032-05-19'],
    ['its title where nothing else is printed', 'Night Ferries Are Back', [], 'night-ferries-are-back'],
  ])('has a slug made of %s', async (_, headline, front, slug) => {
    const ingest = await newsroom();
    const document = documentOf(headline, FERRIES, ...front);
    expect(await ingest(document)).toMatchObject({ outcome: 'CREATED', slug });
    expect(await ingest(document)).toMatchObject({ outcome: 'UNCHANGED', slug, revision: 1 });
  });

  it('keeps a number that counts all issues and the same one counted within a month apart, in both orders', async () => {
    const second = documentOf('Bulletin (Issue 2) ( 2031.07.12 )', FERRIES);
    const inSeptember = documentOf('Bulletin (lssue 2, No.2, September 2031) ( 2031.09.10 )', BIRDS);
    for (const order of [
      [second, inSeptember],
      [inSeptember, second],
    ]) {
      const ingest = await newsroom();
      const results = [];
      for (const document of order) results.push(await ingest(document));
      expect(results.map(({ outcome }) => outcome)).toEqual(['CREATED', 'CREATED']);
      expect(results.map(({ slug }) => slug).sort()).toEqual(['2', '2031-09-2']);
    }
  });

  it('gives an issue with the misprinted number of another one its day for a slug, and says so', async () => {
    const ingest = await newsroom();
    await ingest(documentOf('Bulletin (Issue 2) ( 2031.07.12 )', FERRIES));
    const misprinted = documentOf('Bulletin (Issue 2) ( 2031.09.10 )', BIRDS);
    const created = await ingest(misprinted);
    expect(created).toMatchObject({ outcome: 'CREATED', slug: '2031-09-10', number: 2 });
    expect(created.codes).toContain('NUMBER_TAKEN');
    expect(await ingest(misprinted)).toMatchObject({ outcome: 'UNCHANGED', issueId: created.issueId });
  });

  it('finds the issue of a corrected document, whatever was mended in it', async () => {
    const ingest = await newsroom();
    await ingest(documentOf('Bulletin (Issue 2) ( 2031.07.12 )', FERRIES));
    const { issueId } = await ingest(documentOf('Bulletin (Issue 2) ( 2031.09.10 )', BIRDS));
    const corrections = [
      documentOf('Bulletin (Issue 2) ( 2031.09.10 )', BIRDS.slice(0, 2)),
      documentOf('Bulletin (Issue 2) ( 2031.09.10 )', BIRDS),
      documentOf('Bulletin (Issue 11) ( 2031.09.10 )', BIRDS),
      documentOf('Bulletin, Number 11 ( 2031.09.10 )', BIRDS),
    ];
    for (const [index, document] of corrections.entries())
      expect(await ingest(document)).toMatchObject({
        outcome: 'REVISED',
        slug: '2031-09-10',
        issueId,
        revision: index + 2,
      });
  });

  it('finds the issue of a document whose number was missing, and whose date is mended later', async () => {
    const ingest = await newsroom();
    const { issueId } = await ingest(documentOf('Ferries Are Back ( 2031.09.10 )', FERRIES));
    const same = { outcome: 'REVISED', slug: '2031-09-10', issueId };
    expect(await ingest(documentOf('Ferries Are Back (Issue 10) ( 2031.09.10 )', FERRIES))).toMatchObject(same);
    const numbered = await newsroom();
    await numbered(documentOf('Ferries (Issue 10) ( 2031.09.10 )', FERRIES));
    expect(await numbered(documentOf('Ferries (Issue 10) ( 2031.09.17 )', FERRIES))).toMatchObject({
      outcome: 'REVISED',
      slug: '10',
    });
  });

  it('finds the issue of a document that comes again after its number was mended', async () => {
    const ingest = await newsroom();
    const misprinted = documentOf('Bulletin (Issue 11) ( 2031.07.12 )', FERRIES);
    const { issueId } = await ingest(misprinted);
    for (const document of [documentOf('Bulletin (Issue 12) ( 2031.07.12 )', FERRIES), misprinted])
      expect(await ingest(document)).toMatchObject({ outcome: 'REVISED', slug: '11', issueId });
    expect(await ingest(misprinted, { number: 13 })).toMatchObject({ issueId });
  });

  it('takes a document whose number and date were both mended for another issue, unless it is given the slug', async () => {
    const ingest = await newsroom();
    await ingest(documentOf('Bulletin (Issue 11) ( 2031.07.12 )', FERRIES));
    const mended = documentOf('Bulletin (Issue 12) ( 2031.07.19 )', FERRIES);
    expect(await ingest(mended, { slug: '11' })).toMatchObject({ outcome: 'REVISED', slug: '11', revision: 2 });
    const other = await newsroom();
    await other(documentOf('Bulletin (Issue 11) ( 2031.07.12 )', FERRIES));
    expect(await other(mended)).toMatchObject({ outcome: 'CREATED', slug: '12' });
  });

  it('finds the issue of a document that is ingested again with a date', async () => {
    const ingest = await newsroom();
    const document = documentOf('Night Ferries Are Back', FERRIES);
    const { issueId } = await ingest(document);
    expect(await ingest(document, { publishedOn: '2031-09-10' })).toMatchObject({
      outcome: 'REVISED',
      issueId,
      slug: 'night-ferries-are-back',
      publishedOn: '2031-09-10',
    });
  });

  it('keeps three issues of one misprinted number apart, in every order', async () => {
    const documents = [
      documentOf('Bulletin (Issue 7) ( 2031.07.12 )', FERRIES),
      documentOf('Bulletin (Issue 7) ( 2031.07.19 )', BIRDS),
      documentOf('Bulletin (Issue 7) ( 2031.07.26 )', LAMPS),
    ];
    for (const order of [
      [0, 1, 2],
      [2, 0, 1],
      [1, 2, 0],
    ]) {
      const ingest = await newsroom();
      const ids = new Set<string>();
      for (const index of order) ids.add((await ingest(documents[index] ?? '')).issueId);
      expect(ids.size).toBe(3);
      for (const document of documents) expect(await ingest(document)).toMatchObject({ outcome: 'UNCHANGED' });
    }
  });

  it('refuses a document that may be the issue of its number or another, and says what to give', async () => {
    const ingest = await newsroom();
    await ingest(documentOf('Bulletin (Issue 7)', FERRIES));
    const error = await ingest(documentOf('Bulletin (Issue 7)', BIRDS)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'ISSUE_CONFLICT',
      message:
        "Issue '7' is there already, and this document has no item in common with it. If it is another issue, give it a slug of its own; if it is the same one, give the slug '7'.",
    });
    expect(await ingest(documentOf('Bulletin (Issue 7)', BIRDS), { slug: '2031-7' })).toMatchObject({
      outcome: 'CREATED',
    });
    expect(await ingest(documentOf('Bulletin (Issue 7)', LAMPS), { slug: '7' })).toMatchObject({ outcome: 'REVISED' });
  });

  it('reads the date in the address where none is printed, and makes no slug of it', async () => {
    const ingest = await newsroom();
    const url = 'https://lanternport.example/bulletin/20320109/ferries.html';
    const result = await ingest(documentOf('Night Ferries Are Back', FERRIES), { url });
    expect(result).toMatchObject({ publishedOn: '2032-01-09', slug: 'night-ferries-are-back' });
    expect(result.codes).toContain('DATE_FROM_ADDRESS');
    const printed = await ingest(documentOf('Birds ( 2032.01.02 )', BIRDS), { url });
    expect(printed).toMatchObject({ publishedOn: '2032-01-02' });
    expect(printed.codes).not.toContain('DATE_FROM_ADDRESS');
  });

  it('keeps the warning when the document is read again by another version', async () => {
    const ingest = await newsroom();
    await ingest(documentOf('Bulletin (Issue 2) ( 2031.07.12 )', FERRIES));
    const { issueId } = await ingest(documentOf('Bulletin (Issue 2) ( 2031.09.10 )', BIRDS));
    await sql`update editorial.revision set parser_version = 0 where issue_id = ${issueId}`.execute(database.kysely);
    const outcomes = [];
    for await (const result of reparse(database, { publication: `bulletin-${publications}` })) outcomes.push(result);
    expect(outcomes.map(({ slug, outcome }) => [slug, outcome])).toEqual([
      ['2', 'CURRENT'],
      ['2031-09-10', 'SAME'],
    ]);
    const { rows } = await sql<{ code: string }>`
      select code from published.diagnostic where issue_id = ${issueId} and code = 'NUMBER_TAKEN'
    `.execute(database.kysely);
    expect(rows).toHaveLength(1);
  });

  it('never takes a supplement of the same day for the issue', async () => {
    const ingest = await newsroom();
    await ingest(documentOf('Bulletin (Issue 41) ( 2032.01.21 )', FERRIES));
    expect(await ingest(documentOf('Supplement on Birds ( 2032.01.21 )', BIRDS))).toMatchObject({
      outcome: 'CREATED',
      slug: '2032-01-21',
    });
  });
});
