import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom, TOKEN } from '../newsroom.js';
import { ingestSample } from '../sample.js';

const EDITOR = { token: TOKEN };

/** One node of every type, asked for in one operation. */
const ONE_OF_EACH = `{
  publication(slug: "veldermouth-weekly") { id rubrics(first: 1) { nodes { id } } }
  issue(publication: "veldermouth-weekly", slug: "203") {
    id sections { id } revision { id }
    items(first: 30) { nodes { id part { series { id } } bylines { contributor { id } } keywords { id } sources { id } events { id } } }
  }
}`;

describe.each(DATABASES)('nodes on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
    await ingestSample(room);
  });
  afterAll(() => room.close());

  it('takes every id back, whatever its type', async () => {
    const ids = idsIn(await room.data(ONE_OF_EACH)).slice(0, 100);
    const types = new Set(ids.map((id) => id.split('_')[0]));
    expect(types.size).toBe(11);
    room.statements.length = 0;
    const data = await room.data(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Versioned { canonicalId } } }',
      { ids },
    );
    expect(room.statements).toHaveLength(1);
    expect(data).toEqual({
      nodes: ids.map((id) => ({
        __typename: expect.stringMatching(new RegExp(`^${id.split('_')[0]}$`, 'i')),
        id,
        canonicalId: id,
      })),
    });
  });

  it('answers null for ids that it does not know, in their places', async () => {
    const [known] = idsIn(await room.data(ONE_OF_EACH));
    const ids = ['', 'item_00000000000000000000', known, 'no id', 'toString_00000000000000000000'];
    const { data, errors } = await room.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ nodes: [null, null, { id: known }, null, null] });
  });

  it('says GONE for what once was public', async () => {
    const document =
      'A Headline (Issue 7)\nLaws and Regulations\nNational\n1. First\n[Keyword: Ports]\nText.\nSource: A Board\n2. Second\n[Keyword: Quays]\nText two.\nSource: B Board\n';
    await room.ingest({ document, publishedOn: '2026-01-01', publish: true });
    const quays = idsIn(await room.data('{ keyword(slug: "quays") { id } }'));
    const shorter = document.slice(0, document.indexOf('2. Second'));
    await room.ingest({ document: shorter, publishedOn: '2026-01-01', publish: true });
    const { data, errors } = await room.ask('query ($id: ID!) { was: node(id: $id) { id } }', { id: quays[0] });
    expect(data).toEqual({ was: null });
    expect(errors).toMatchObject([{ path: ['was'], extensions: { code: 'GONE' } }]);
    await room.ingest({ document, publishedOn: '2026-01-01', publish: true });
    expect(await room.data('query ($id: ID!) { node(id: $id) { id } }', { id: quays[0] })).toEqual({
      node: { id: quays[0] },
    });
  });

  it('answers an id that was merged away with the survivor', async () => {
    const head = 'A Headline (Issue 8)\nLaws and Regulations\nNational\n';
    const before = `${head}1. First\n[Keyword: Ports]\nText.\nSource: QZX\n`;
    await room.ingest({ document: before, publishedOn: '2026-01-08', publish: true });
    const [short] = idsIn(await room.data('{ source(slug: "qzx") { id } }'));
    const defines =
      'Other (Issue 9)\nLaws and Regulations\nNational\n1. Third\n[Keyword: Ports]\nThe Quay Zoning Executive (QZX) met.\nSource: QZX\n';
    await room.ingest({ document: defines, publishedOn: '2026-01-15', publish: true });
    const survivor = { name: 'Quay Zoning Executive', itemCount: 2, abbreviation: 'QZX' };
    const query =
      'query ($id: ID!) { node(id: $id) { id ... on Source { name itemCount abbreviation } } source(slug: "qzx") { id } }';
    const [full] = idsIn(await room.data('{ source(slug: "quay-zoning-executive") { id } }'));
    expect(await room.data(query, { id: short })).toEqual({ node: { id: full, ...survivor }, source: { id: full } });
  });

  it('carries the state in ids of the preview, and takes them back there', async () => {
    const query =
      '{ preview { issues(first: 1) { nodes { id canonicalId slug status items(first: 1) { nodes { id canonicalId } } } } } }';
    const data = await room.data(query, {}, EDITOR);
    const draft = { id: expect.stringMatching(/^issue_\w+~draft$/), slug: '208', status: 'DRAFT' };
    expect(data).toMatchObject({ preview: { issues: { nodes: [draft] } } });
    const ids = idsIn(data).filter((id) => id.endsWith('~draft'));
    const canonical = ids.map((id) => id.replace('~draft', ''));
    const nodes = '($ids: [ID!]!) { nodes(ids: $ids) { id ... on Issue { status } } }';
    expect(await room.data(`query ${nodes}`, { ids }, EDITOR)).toMatchObject({ nodes: ids.map((id) => ({ id })) });
    expect(await room.data(`query ${nodes}`, { ids: canonical }, EDITOR)).toEqual({ nodes: canonical.map(() => null) });
  });

  it('refuses the preview, and ids of it, to who may not read drafts', async () => {
    for (const query of [
      '{ preview { issues { totalCount } } }',
      '{ node(id: "issue_00000000000000000000~draft") { id } }',
    ]) {
      expect((await room.ask(query)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  it('refuses more than a hundred ids', async () => {
    const ids = Array.from({ length: 101 }, () => 'x');
    const { errors } = await room.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(errors).toMatchObject([{ extensions: { code: 'TOO_MANY_IDS' } }]);
  });
});

/** Every value under a key `id` or `canonicalId`, each once. */
function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap(idsIn))];
  if (typeof value !== 'object' || value === null) return [];
  const own = 'id' in value && typeof value.id === 'string' ? [value.id] : [];
  return [...new Set([...own, ...Object.values(value).flatMap(idsIn)])];
}
