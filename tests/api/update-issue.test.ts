import { purge } from '@broadsheet/store';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom, TOKEN } from '../newsroom.js';
import { differences, type Snapshot, takeSnapshot } from '../sequences/snapshot.js';

const EDITOR = { token: TOKEN };
const FACTS = 'id slug number publishedOn url status';
const UPDATE = `mutation ($input: UpdateIssueInput!) { updateIssue(input: $input) {
  issue { ${FACTS} } change { kind note } errors { code field } } }`;
const READ = `query ($slug: String!) { issue(publication: "swb", slug: $slug) { ${FACTS} items { nodes { publishedOn: issue { publishedOn } } } } }`;
const PREVIEW = `query ($slug: String!) { preview { issue(publication: "swb", slug: $slug) { ${FACTS} } } }`;
const UNSTABLE = { without: ['since', 'published_at', 'superseded_at', 'created_at'] };

describe.each(DATABASES)('mending an issue on $kind', (kind) => {
  let room: Newsroom;
  let number = 100;
  beforeAll(async () => {
    room = await openNewsroom(kind);
  });
  afterAll(() => room.close());

  const documentOf = (title: string) =>
    `${title} (Issue ${number})\nLaws and Regulations\nNational\n1. ${title}\n[Keyword: Boats]\nA boat was built.\nSource: The Yard\n`;
  const ingest = (title: string, publish: boolean) =>
    room.ingest({ document: documentOf(title), publishedOn: '2026-02-01', publish });
  async function issue(publish = true) {
    number += 1;
    const { issueId, slug } = await ingest('Boats Built', publish);
    return { id: issueId, slug };
  }
  const update = async (input: object) => {
    const data: { readonly updateIssue: unknown } = JSON.parse(
      JSON.stringify(await room.data(UPDATE, { input }, EDITOR)),
    );
    return data.updateIssue;
  };
  const states = (): Promise<Snapshot[]> =>
    Promise.all((['published', 'preview'] as const).map((state) => takeSnapshot(room.database, state)));

  it('changes slug, number, day and address, and the former slug still finds it', async () => {
    const { id, slug } = await issue();
    const mended = { slug: `winter-${slug}`, number: 7, publishedOn: '2026-01-15', url: 'https://example.org/winter' };
    expect(await update({ id, ...mended, note: 'Misprints' })).toEqual({
      issue: { id, ...mended, status: 'PUBLISHED' },
      change: { kind: 'CORRECTED', note: 'Misprints' },
      errors: [],
    });
    for (const by of [slug, mended.slug])
      expect(await room.data(READ, { slug: by })).toMatchObject({ issue: { id, ...mended } });
    expect(await update({ id, ...mended })).toMatchObject({ issue: { id }, change: null, errors: [] });
  });

  it('leaves what it is not told, and takes back what is null, without a trace', async () => {
    const { id, slug } = await issue();
    const [published, preview] = await states();
    await update({ id, slug: `x${slug}`, number: 8 });
    await update({ id, slug: `y${slug}` });
    expect(await room.data(READ, { slug: `x${slug}` })).toMatchObject({ issue: { id, slug: `y${slug}`, number: 8 } });
    await update({ id, number: null });
    expect(await room.data(READ, { slug })).toMatchObject({ issue: { id, slug: `y${slug}`, number } });
    expect(await update({ id, slug: null })).toMatchObject({ change: { kind: 'CORRECTED' } });
    const after = await states();
    for (const [index, state] of [published, preview].entries()) {
      const now = after[index];
      if (state === undefined || now === undefined) throw new Error('There are two states.');
      expect(differences(state, now, UNSTABLE)).toEqual([]);
    }
    expect(await curations(room, id)).toEqual([]);
  });

  it('takes a mend back that says what is read', async () => {
    const { id, slug } = await issue();
    await update({ id, slug: `x${slug}`, number: 8, publishedOn: '2026-02-02' });
    await update({ id, slug, number, publishedOn: '2026-02-01' });
    expect(await curations(room, id)).toEqual([]);
    expect(await room.data(READ, { slug: `x${slug}` })).toEqual({ issue: null });
  });

  it('is kept when the issue is ingested again, by its printed slug and by the one it was given', async () => {
    const { id, slug } = await issue();
    await update({ id, slug: `winter-${slug}`, number: 9 });
    expect(await ingest('Boats Mended', true)).toMatchObject({
      issueId: id,
      slug: `winter-${slug}`,
      number: 9,
      outcome: 'REVISED',
    });
    const given = { document: documentOf('Boats Sunk'), publishedOn: '2026-02-01', slug: `winter-${slug}` };
    expect(await room.ingest(given)).toMatchObject({ issueId: id, outcome: 'REVISED' });
    const facts = { slug: `winter-${slug}`, number: 9 };
    expect(await room.data(READ, { slug })).toMatchObject({ issue: { id, ...facts } });
    expect(await room.data(PREVIEW, { slug }, EDITOR)).toMatchObject({
      preview: { issue: { id: `${id}~draft`, status: 'DRAFT', ...facts } },
    });
  });

  it('tells series anew when a part stands in an issue of another number', async () => {
    const part = () =>
      `Salt (Issue ${number})\nExpert Perspective\nThe Price of Salt\n[Continued from the Previous Issue]\nSalt rose in issue ${number}.\n`;
    const READ_PART = `query ($slug: String!) { issue(publication: "swb", slug: $slug) { items { nodes { part { previous { title } } } } } }`;
    const previous = async (slug: string) => JSON.stringify(await room.data(READ_PART, { slug }));
    number += 2;
    await room.ingest({ document: part(), publishedOn: '2026-02-01', publish: true });
    number += 1;
    const { issueId: id, slug } = await room.ingest({ document: part(), publishedOn: '2026-02-08', publish: true });
    const was = await states();
    expect(await previous(slug)).toContain('{"previous":{"title":"The Price of Salt"}}');
    await update({ id, number: number + 50 });
    expect(await previous(slug)).toContain('{"previous":null}');
    await update({ id, number: null });
    expect(await previous(slug)).toContain('{"previous":{"title":"The Price of Salt"}}');
    const is = await states();
    expect(was.flatMap((state, index) => differences(state, is[index] ?? state, UNSTABLE))).toEqual([]);
  });

  it('mends a draft in the preview alone, and what is published of it then', async () => {
    const { id, slug } = await issue(false);
    expect(await update({ id, slug: `early-${slug}` })).toMatchObject({
      issue: { id: `${id}~draft`, slug: `early-${slug}`, status: 'DRAFT' },
      change: null,
      errors: [],
    });
    expect(await room.data(READ, { slug })).toEqual({ issue: null });
    expect(await room.data(PREVIEW, { slug }, EDITOR)).toMatchObject({ preview: { issue: { slug: `early-${slug}` } } });
    await ingest('Boats Built', true);
    expect(await room.data(READ, { slug })).toMatchObject({ issue: { id, slug: `early-${slug}` } });
  });

  it.each([
    { what: 'a slug of another issue', input: { slug: '101' }, code: 'SLUG_TAKEN', field: 'slug' },
    { what: 'a slug that another one had', input: { slug: 'winter-101' }, code: 'SLUG_TAKEN', field: 'slug' },
    { what: 'what is no slug', input: { slug: 'a/b' }, code: 'BAD_VALUE', field: 'slug' },
    { what: 'a number below 0', input: { number: -1 }, code: 'BAD_VALUE', field: 'number' },
    { what: 'an unknown id', input: { id: 'issue_00000000000000000000' }, code: 'UNKNOWN_ISSUE', field: 'id' },
  ])('refuses $what with $code', async ({ input, code, field }) => {
    const { id } = await issue();
    expect(await update({ id, ...input })).toEqual({
      issue: null,
      change: null,
      errors: [{ code, field: ['input', field] }],
    });
  });

  it('goes with its redirects when it is purged, and leaves no trace of them', async () => {
    const { id, slug } = await issue();
    await update({ id, slug: `lost-${slug}` });
    await purge(room.database, { publication: 'swb', issue: slug });
    expect(await room.data(READ, { slug })).toEqual({ issue: null });
    expect(await curations(room, id)).toEqual([]);
    const { rows } = await sql`
      select target_id from published.redirect where target_id = ${id} union all select target_id from past.redirect where target_id = ${id}
    `.execute(room.database.kysely);
    expect(rows).toEqual([]);
  });
});

async function curations({ database }: Newsroom, id: string): Promise<readonly unknown[]> {
  return (await sql`select * from editorial.curation where subject_id = ${id}`.execute(database.kysely)).rows;
}
