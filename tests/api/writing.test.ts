import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom, TOKEN } from '../newsroom.js';

const EDITOR = { token: TOKEN };
const DOCUMENT =
  'Boats Built (Issue 1)\nLaws and Regulations\nNational\n1. Boats Built\n[Keyword: Boats]\nA boat was built.\nSource: The Yard\n';

const CREATE = `mutation ($input: CreatePublicationInput!) {
  createPublication(input: $input) { publication { slug language timeZone } change { kind entries { action type node { id } } } errors { code field } }
}`;
const INGEST = `mutation ($input: IngestIssueInput!) {
  ingestIssue(input: $input) {
    outcome
    issue { id canonicalId slug status items { totalCount } }
    diagnostics { severity code span { text } }
    coverage { lines attributed }
    change { kind issue { slug } entries { action type } }
    errors { code message field }
  }
}`;

describe.each(DATABASES)('mutations on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
  });
  afterAll(() => room.close());

  it('refuses to write without the token, and says how to send it', async () => {
    for (const [query, input] of [
      [CREATE, { slug: 'x', title: 'X' }],
      [INGEST, { publication: 'swb', document: DOCUMENT }],
    ] as const) {
      const { data, errors } = await room.ask(query, { input });
      expect(data).toBeNull();
      expect(errors).toMatchObject([{ message: expect.stringContaining('Bearer'), extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  it('refuses a token that it does not know, for reading too', async () => {
    const { errors } = await room.ask('{ publications { slug } }', {}, { token: 'another' });
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('adds a publication once', async () => {
    const input = { slug: 'quay-news', title: 'Quay News', language: 'EN', timeZone: 'Europe/Lisbon' };
    const entries = [{ action: 'CREATED', type: 'Publication', node: { id: expect.stringMatching(/^publication_/) } }];
    const publication = { slug: 'quay-news', language: 'en', timeZone: 'Europe/Lisbon' };
    expect(await room.data(CREATE, { input }, EDITOR)).toEqual({
      createPublication: { publication, change: { kind: 'CURATED', entries }, errors: [] },
    });
    expect(await room.data(CREATE, { input }, EDITOR)).toEqual({
      createPublication: { publication, change: null, errors: [] },
    });
  });

  it.each([
    { input: { slug: 'swb', title: 'Another' }, error: { code: 'SLUG_TAKEN', field: ['input', 'slug'] } },
    { input: { slug: 'a b', title: 'X' }, error: { code: 'BAD_VALUE', field: ['input', 'slug'] } },
    { input: { slug: 'x', title: 'a\u0000b' }, error: { code: 'NUL_CHARACTER', field: ['input', 'title'] } },
    { input: { slug: 'x', title: ' ' }, error: { code: 'BAD_VALUE', field: ['input', 'title'] } },
    {
      input: { slug: 'x', title: 'X', language: 'no language' },
      error: { code: 'BAD_VALUE', field: ['input', 'language'] },
    },
    {
      input: { slug: 'x', title: 'X', timeZone: 'Mars/Base' },
      error: { code: 'BAD_VALUE', field: ['input', 'timeZone'] },
    },
    { input: { slug: 'x', title: 'X', layout: 'nope' }, error: { code: 'UNKNOWN_LAYOUT', field: ['input', 'layout'] } },
  ])('refuses publication $input with $error.code', async ({ input, error }) => {
    expect(await room.data(CREATE, { input }, EDITOR)).toEqual({
      createPublication: { publication: null, change: null, errors: [error] },
    });
  });

  it.each([
    { input: { publication: 'nope' }, code: 'UNKNOWN_PUBLICATION', field: ['input', 'publication'] },
    { input: { document: '  \n ' }, code: 'EMPTY_DOCUMENT', field: ['input', 'document'] },
    { input: { document: `${DOCUMENT}\u0000` }, code: 'NUL_CHARACTER', field: ['input', 'document'] },
    { input: { document: `${DOCUMENT}\ud800` }, code: 'LONE_SURROGATE', field: ['input', 'document'] },
    { input: { document: 'x'.repeat(5_000_001) }, code: 'DOCUMENT_TOO_LARGE', field: ['input', 'document'] },
    {
      input: { document: 'Just some words\nand more of them\n' },
      code: 'NOT_RECOGNISED',
      field: ['input', 'document'],
    },
    { input: { layout: 'nope' }, code: 'UNKNOWN_LAYOUT', field: ['input', 'layout'] },
    { input: { slug: 'a/b' }, code: 'BAD_VALUE', field: ['input', 'slug'] },
    { input: { number: -1 }, code: 'BAD_VALUE', field: ['input', 'number'] },
  ])('refuses a document with $code, and stores nothing', async ({ input, code, field }) => {
    const before = await counts(room);
    const given = { publication: 'swb', document: DOCUMENT, publish: true, ...input };
    const { ingestIssue } = payload(await room.data(INGEST, { input: given }, EDITOR));
    expect(ingestIssue).toMatchObject({ outcome: null, issue: null, change: null, errors: [{ code, field }] });
    expect(await counts(room)).toEqual(before);
  });

  it('stores nothing on a dry run, and says what would become of the document', async () => {
    const before = await counts(room);
    const input = { publication: 'swb', document: DOCUMENT, publishedOn: '2026-02-01', publish: true, dryRun: true };
    expect(payload(await room.data(INGEST, { input }, EDITOR)).ingestIssue).toMatchObject({
      outcome: 'CREATED',
      issue: null,
      change: null,
      coverage: { lines: 7, attributed: 7 },
    });
    expect(await counts(room)).toEqual(before);
  });

  it('keeps a document as a draft until it is published, and knows it again', async () => {
    const input = { publication: 'swb', document: DOCUMENT, publishedOn: '2026-02-01' };
    const draft = { slug: '1', status: 'DRAFT', id: expect.stringMatching(/~draft$/), items: { totalCount: 1 } };
    expect(payload(await room.data(INGEST, { input }, EDITOR)).ingestIssue).toMatchObject({
      outcome: 'CREATED',
      issue: draft,
      change: null,
    });
    expect(await room.data('{ issue(publication: "swb", slug: "1") { id } keyword(slug: "boats") { id } }')).toEqual({
      issue: null,
      keyword: null,
    });
    expect(payload(await room.data(INGEST, { input }, EDITOR)).ingestIssue).toMatchObject({
      outcome: 'UNCHANGED',
      issue: draft,
      change: null,
    });
    const published = { ...draft, status: 'PUBLISHED', id: expect.stringMatching(/^issue_\w{20}$/) };
    expect(payload(await room.data(INGEST, { input: { ...input, publish: true } }, EDITOR)).ingestIssue).toMatchObject({
      outcome: 'UNCHANGED',
      issue: published,
      change: { kind: 'PUBLISHED', issue: { slug: '1' } },
    });
    const revised = { ...input, document: DOCUMENT.replace('was built', 'was launched'), publish: true };
    expect(payload(await room.data(INGEST, { input: revised }, EDITOR)).ingestIssue).toMatchObject({
      outcome: 'REVISED',
      change: { kind: 'CORRECTED' },
    });
  });

  it('never takes two issues with one number and days far apart for one', async () => {
    const input = {
      publication: 'swb',
      document: DOCUMENT.replace('Issue 1', 'Issue 40'),
      publishedOn: '2026-02-01',
      publish: true,
    };
    await room.data(INGEST, { input }, EDITOR);
    const other = { ...input, document: input.document.replace('A boat', 'A ship'), publishedOn: '2027-02-01' };
    const { ingestIssue } = payload(await room.data(INGEST, { input: other }, EDITOR));
    expect(ingestIssue).toMatchObject({ errors: [{ code: 'ISSUE_CONFLICT', field: ['input', 'slug'] }] });
    const given = { ...other, slug: '2027-40' };
    expect(payload(await room.data(INGEST, { input: given }, EDITOR)).ingestIssue).toMatchObject({
      outcome: 'CREATED',
      errors: [],
    });
  });
});

interface Payload {
  readonly ingestIssue: object;
}

function payload(data: unknown): Payload {
  const copy: Payload = JSON.parse(JSON.stringify(data));
  return copy;
}

/** How many rows the tables hold that a document would come into. */
async function counts({ database }: Newsroom): Promise<unknown> {
  const tables = [
    'editorial.document',
    'editorial.issue',
    'editorial.revision',
    'editorial.identity',
    'published.issue',
    'draft.issue',
    'published.change',
  ];
  const { rows } =
    await sql`select ${sql.join(tables.map((table) => sql`(select count(*) from ${sql.table(table)}) as ${sql.ref(table.replace('.', '_'))}`))}`.execute(
      database.kysely,
    );
  return rows;
}
