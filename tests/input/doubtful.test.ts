import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom, TOKEN } from '../newsroom.js';

const body = (title: string): string =>
  `Laws and Regulations\nNational\n1. ${title}\n[Keywords: Quays, Brooms]\nThey were swept.\nSource: Quay Board\n`;

/** A document that is stored though something of it is missing or uncertain: its slug, and the warning that it gets. */
const DOUBTFUL = [
  ['without a number', `Quays are swept\n${body('Quays')}`, '2026-03-04', '2026-03-04', 'MISSING_NUMBER'],
  ['without a date', `Piers are swept (Issue 14)\n${body('Piers')}`, undefined, '14', 'MISSING_DATE'],
  [
    'with a date that is not in the calendar',
    `Moles are swept (Issue 15) (2026.02.30)\n${body('Moles')}`,
    undefined,
    '15',
    'INVALID_DATE',
  ],
  ['without number and date', `Locks are swept\n${body('Locks')}`, undefined, 'locks-are-swept', 'MISSING_NUMBER'],
] as const;

/** The same issue as different programs save it. */
const SAVED: readonly [string, (text: string) => string][] = [
  ['with a byte order mark', (text) => `\uFEFF${text}`],
  ['with CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['with CR', (text) => text.replaceAll('\n', '\r')],
  ['with no-break spaces for spaces', (text) => text.replaceAll(' ', '\u00A0')],
  ['with blanks behind each line', (text) => text.replaceAll('\n', ' \t\u00A0\n')],
];

const INGEST = `mutation ($input: IngestIssueInput!) {
  ingestIssue(input: $input) {
    outcome errors { code }
    diagnostics { severity code }
    issue { slug }
  }
}`;

const READ = `query ($slug: String!) {
  issue(publication: "swb", slug: $slug) {
    number publishedOn title
    items { nodes { title kind body keywords { name } sources { name } } }
  }
}`;

describe.each(DATABASES)('on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
  });
  afterAll(() => room.close());

  const ingest = (document: string, publishedOn?: string) =>
    room.data(
      INGEST,
      { input: { publication: 'swb', document, publish: true, ...(publishedOn === undefined ? {} : { publishedOn }) } },
      { token: TOKEN },
    );

  it.each(DOUBTFUL)('a document %s is stored under a slug of its own, with a warning', async (...row) => {
    const [, document, publishedOn, slug, warning] = row;
    const answer = await ingest(document, publishedOn);
    expect(answer).toMatchObject({ ingestIssue: { outcome: 'CREATED', errors: [], issue: { slug } } });
    expect(answer).toMatchObject({
      ingestIssue: { diagnostics: expect.arrayContaining([{ severity: 'WARNING', code: warning }]) },
    });
  });

  it('four doubtful documents are four issues', async () => {
    expect(await room.data('{ issues { nodes { slug } } }')).toMatchObject({
      issues: { nodes: expect.arrayContaining(DOUBTFUL.map(([, , , slug]) => ({ slug }))) },
    });
  });

  it.each(SAVED)('an issue saved %s is kept so, and reads the same', async (_, save) => {
    const text = `Basins are swept (Issue 20) (2026.03.18)\n${body('Basins')}`;
    await ingest(text);
    const plain = await room.data(READ, { slug: '20' });
    const other = save(text);
    expect(await ingest(other)).toMatchObject({ ingestIssue: { outcome: 'REVISED', errors: [] } });
    expect(await room.database.text(LATEST, [], { as: 'owner' })).toBe(other);
    expect(withoutNoBreak(await room.data(READ, { slug: '20' }))).toEqual(plain);
    await ingest(text);
  });
});

const LATEST = `select d.text from editorial.document d join editorial.revision r on r.sha256 = d.sha256
  join editorial.issue i on i.id = r.issue_id and i.latest_ordinal = r.ordinal where i.slug = '20'`;

/** A no-break space inside a text is printed as it is, for it is a character of it. */
function withoutNoBreak(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer).replaceAll('\u00A0', ' '));
}
