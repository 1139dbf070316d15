import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom, TOKEN } from '../newsroom.js';
import { ingestSample } from '../sample.js';

/** A list whose total is kept, and the same list with a filter more, which all fit and which makes it be counted. */
interface Kept {
  readonly kept: string;
  readonly counted: string;
}

const everyItem = 'language: ["en"]';

const of = (names: readonly string[], list: (name: string, more: string) => string): Kept[] =>
  names.map((name) => ({ kept: list(name, ''), counted: list(name, everyItem) }));

const slugs = (names: readonly string[]): string => JSON.stringify(names);

interface Names {
  readonly publications: readonly { readonly slug: string; readonly rubrics: { readonly nodes: readonly Slug[] } }[];
  readonly keywords: { readonly nodes: readonly Slug[] };
  readonly sources: { readonly nodes: readonly Slug[] };
  readonly items: { readonly nodes: readonly { readonly bylines: readonly { readonly contributor: Slug }[] }[] };
}

interface Slug {
  readonly slug: string;
}

describe.each(DATABASES)('totals that are kept, on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
    await ingestSample(room);
  });
  afterAll(() => room.close());

  const expectKept = async (): Promise<void> => {
    for (const { kept, counted } of await lists(room)) {
      const count = await room.data(counted);
      room.statements.length = 0;
      expect(await room.data(kept), kept).toEqual(count);
      expect(room.statements, kept).toHaveLength(1);
    }
  };

  it('equal what is counted, for every name of the sample', expectKept);

  it('equal what is counted of several names, which items may have together', async () => {
    const { keywords, publications } = await names(room);
    const two = slugs(keywords.nodes.slice(0, 2).map(({ slug }) => slug));
    const rubrics = slugs(publications.flatMap((publication) => publication.rubrics.nodes.map(({ slug }) => slug)));
    for (const where of [`keyword: ${two}`, `rubric: ${rubrics}`, 'keyword: ["no-such", "no-such"]']) {
      const list = (more: string): string => `{ items(where: { ${where} ${more} }) { totalCount } }`;
      expect(await room.data(list('')), where).toEqual(await room.data(list(everyItem)));
    }
  });

  it('do not look at what is kept in the preview, where drafts count', async () => {
    const list = (more: string): string => `{ preview { items(where: { ${more} }) { totalCount } } }`;
    const drafted = await room.data(list(''), {}, { token: TOKEN });
    expect(drafted).toEqual(await room.data(list(everyItem), {}, { token: TOKEN }));
    expect(drafted).not.toEqual({ preview: await room.data('{ items { totalCount } }') });
  });

  it('are looked up, not counted', async () => {
    room.statements.length = 0;
    await room.data('{ publications { issues { totalCount } } }');
    expect(room.statements.join()).toContain('kept_count');
  });

  it('follow a correction and a withdrawal', async () => {
    const before = await room.data('{ items { totalCount } issues { totalCount } }');
    const { id } = await idOf(room);
    await room.data(
      'mutation ($input: WithdrawIssueInput!) { withdrawIssue(input: $input) { errors { message } } }',
      { input: { id } },
      { token: TOKEN },
    );
    expect(await room.data('{ items { totalCount } issues { totalCount } }')).not.toEqual(before);
    await expectKept();
  });
});

async function lists(room: Newsroom): Promise<Kept[]> {
  const { publications, keywords, sources, items } = await names(room);
  const contributors = items.nodes.flatMap(({ bylines }) => bylines.map(({ contributor }) => contributor));
  const publication = publications.map(({ slug }) => slug);
  const rubric = publications.flatMap(({ rubrics }) => rubrics.nodes.map(({ slug }) => slug));
  const filtered = (field: string, values: readonly string[]): Kept[] =>
    of(values, (slug, more) => `{ items(where: { ${field}: ${slugs([slug])} ${more} }) { totalCount } }`);
  const nested = (field: string, values: readonly Slug[]): Kept[] =>
    of(
      values.map(({ slug }) => slug),
      (slug, more) => `{ ${field}(slug: "${slug}") { items(where: { ${more} }) { totalCount } } }`,
    );
  return [
    ...of([''], (_, more) => `{ items(where: { ${more} }) { totalCount } issues(where: { ${more} }) { totalCount } }`),
    ...filtered('publication', publication),
    ...filtered('rubric', rubric),
    ...filtered('keyword', [...keywords.nodes.map(({ slug }) => slug), 'no-such-keyword']),
    ...filtered(
      'source',
      sources.nodes.map(({ slug }) => slug),
    ),
    ...filtered(
      'contributor',
      contributors.map(({ slug }) => slug),
    ),
    ...nested('keyword', keywords.nodes),
    ...nested('source', sources.nodes),
    ...nested('contributor', contributors),
    ...of(publication, (slug, more) => `{ issues(where: { publication: ["${slug}"] ${more} }) { totalCount } }`),
    ...of(
      publication,
      (slug, more) => `{ publication(slug: "${slug}") { issues(where: { ${more} }) { totalCount } } }`,
    ),
    ...publications.flatMap(({ slug, rubrics }) =>
      of(
        rubrics.nodes.map((each) => each.slug),
        (path, more) =>
          `{ publication(slug: "${slug}") { rubric(slug: "${path}") { items(where: { ${more} }) { totalCount } } } }`,
      ),
    ),
  ];
}

async function names(room: Newsroom): Promise<Names> {
  const fields = 'keywords(first: 100) { nodes { slug } } sources(first: 100) { nodes { slug } }';
  const data = await room.data(
    `{ ${fields} items(first: 100) { nodes { bylines { contributor { slug } } } } publications { slug rubrics(first: 100) { nodes { slug } } } }`,
  );
  return JSON.parse(JSON.stringify(data));
}

async function idOf(room: Newsroom): Promise<{ readonly id: string }> {
  const { data } = await room.ask('{ issues(first: 1) { nodes { id } } }');
  const { issues }: { readonly issues: { readonly nodes: readonly [{ readonly id: string }] } } = JSON.parse(
    JSON.stringify(data),
  );
  return issues.nodes[0];
}
