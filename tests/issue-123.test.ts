import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpusFile } from './corpus.js';
import { DATABASES, type Newsroom, openNewsroom } from './newsroom.js';

const document = corpusFile('swb/issue-123.txt');

const ISSUE = `{
  issue(publication: "swb", slug: "123") {
    number title publishedOn status url
    leadItem { title }
    sections { heading depth parent { heading } span { ...Words } }
    sources { name }
    keywords { name }
    events { kind startsOn endsOn place { printed } mentions { evidence { ...Words } } }
    revision { document { text byteLength } coverage { lines attributed } diagnostics { code } }
    items(first: 100) {
      nodes {
        id canonicalId kind number title body position section { heading } span { ...Words }
        attributions { printed source { name aliases { name method } } span { ...Words } }
        bylines { contributor { name } affiliation }
        part { isContinuation toBeContinued series { isComplete } }
        headings { label depth }
        exchanges { question answer }
      }
    }
  }
}
fragment Words on Span { start end line column text }`;

interface Words {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

describe.each(DATABASES)('the model issue on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
    if (document !== undefined) await room.ingest({ document, publishedOn: '2025-12-17', publish: true });
  });
  afterAll(() => room.close());

  const facts = (name: string, check: (data: Answer['issue'], text: string) => void): void =>
    it(name, async () => {
      if (document !== undefined) check(answerOf(await room.data(ISSUE)), document);
    });

  facts('is titled by its whole first line, numbered and dated', (issue, text) => {
    expect(issue).toMatchObject({
      number: 123,
      title: text.split('\n')[0],
      publishedOn: '2025-12-17',
      status: 'PUBLISHED',
    });
  });

  facts('has ten sections, four of them at the top', ({ sections }) => {
    const tree = sections.map(({ heading, depth, parent }) => [depth, parent?.heading ?? null, heading]);
    expect(tree).toEqual([
      [1, null, 'Laws and Regulations'],
      [2, 'Laws and Regulations', 'National'],
      [2, 'Laws and Regulations', 'Shanghai'],
      [1, null, 'Q&A'],
      [1, null, 'Expert Perspective'],
      [1, null, 'One Week in Shanghai'],
      [2, 'One Week in Shanghai', 'Latest News'],
      [2, 'One Week in Shanghai', 'Corporate Activities'],
      [2, 'One Week in Shanghai', 'Competitive Events'],
      [2, 'One Week in Shanghai', 'Culture & Art'],
    ]);
  });

  facts('has thirteen briefs, one interview with one exchange, and one article', ({ items }) => {
    const count = (wanted: string): number => items.nodes.filter((item) => item.kind === wanted).length;
    expect([count('BRIEF'), count('INTERVIEW'), count('ARTICLE'), items.nodes.length]).toEqual([13, 1, 1, 15]);
    expect(items.nodes.map(({ exchanges }) => exchanges.length)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  facts('has an article by its author, continued and to be continued, with four headings', ({ items }) => {
    const article = items.nodes.find((item) => item.kind === 'ARTICLE');
    expect(article).toMatchObject({
      number: null,
      bylines: [{ contributor: { name: 'Jiang Fengwen' }, affiliation: 'Chance Bridge Law Firm' }],
      part: { isContinuation: true, toBeContinued: true, series: { isComplete: false } },
      headings: [{ label: 'III' }, { label: '3' }, { label: '4' }, { label: '5' }],
    });
  });

  facts('has fourteen source lines and thirteen names', ({ items, sources }) => {
    expect(items.nodes.flatMap(({ attributions }) => attributions)).toHaveLength(14);
    expect(sources).toHaveLength(13);
  });

  facts('ties short names and channels to the full names that the text defines', ({ items }) => {
    const tied = new Map(
      items.nodes.flatMap(({ attributions }) => attributions.map(({ printed, source }) => [printed, source])),
    );
    expect(tied.get('CAC')).toMatchObject({
      name: 'Cyberspace Administration of China',
      aliases: [{ name: 'CAC', method: 'ABBREVIATION' }],
    });
    expect(tied.get('STA')).toMatchObject({ name: 'State Taxation Administration', aliases: [{ name: 'STA' }] });
    expect(tied.get('MAP')).toMatchObject({ name: 'Museum of Art Pudong', aliases: [{ name: 'MAP' }] });
    expect(tied.get('MIIT WeChat Official Account')).toEqual({
      name: 'Ministry of Industry and Information Technology',
      aliases: expect.arrayContaining([
        { name: 'MIIT', method: 'ABBREVIATION' },
        { name: 'MIIT WeChat Official Account', method: 'CHANNEL' },
      ]),
    });
  });

  facts('announces four events with their days and places', ({ events }) => {
    expect(
      events.map(({ kind: eventKind, startsOn, endsOn, place }) => [
        eventKind,
        startsOn,
        endsOn,
        place?.printed ?? null,
      ]),
    ).toEqual([
      ['COMPETITION', '2025-12-18', '2025-12-19', null],
      ['EXHIBITION', '2025-12-22', null, 'Museum of Art Pudong'],
      ['EXHIBITION', '2025-12-23', null, "Shanghai Museum on People's Square"],
      ['COMMENT_DEADLINE', null, '2026-01-05', null],
    ]);
  });

  facts("has the second item under 'Shanghai' as its lead", ({ leadItem, items }) => {
    const [, second] = items.nodes.filter(({ section }) => section?.heading === 'Shanghai');
    expect(leadItem?.title).toBe(second?.title);
  });

  facts('comes out as it was printed: every line attributed, every span the words it stands for', (issue, text) => {
    const { revision, sections, items, events } = issue;
    expect(revision.document.text).toBe(text);
    expect(revision.coverage).toEqual({ lines: 95, attributed: 95 });
    expect(revision.diagnostics).toEqual([]);
    const spans = [
      ...sections.map(({ span }) => span),
      ...items.nodes.flatMap(({ span, attributions }) => [span, ...attributions.map((line) => line.span)]),
      ...events.flatMap(({ mentions }) => mentions.map(({ evidence }) => evidence)),
    ];
    expect(spans).toHaveLength(10 + 15 + 14 + 4);
    for (const { start, end, line, column, text: words } of spans) {
      expect(words).toBe(text.slice(start, end));
      expect(text.slice(0, start).split('\n')).toHaveLength(line);
      expect(start - (text.lastIndexOf('\n', start - 1) + 1) + 1).toBe(column);
    }
  });

  it('keeps every id in a copy with a typo mended and in one with an item put before, and knows the same document again', async () => {
    if (document === undefined) return;
    const ids = async () => answerOf(await room.data(ISSUE)).items.nodes.map(({ canonicalId }) => canonicalId);
    const before = await ids();
    const again = await room.ingest({ document, publishedOn: '2025-12-17', publish: true });
    expect(again).toMatchObject({ outcome: 'UNCHANGED', change: null });
    const mended = document.replace('Officially Commences', 'Oficially Commences').replace('Rolls Out', 'Roll Out');
    expect((await room.ingest({ document: mended, publish: true })).outcome).toBe('REVISED');
    expect(await ids()).toEqual(before);
    const added = '1. Quays Named\n[Keyword: Quays]\nA quay was named.\nSource: The Harbour Office\n2. ';
    const longer = document.replace('\n1. MIIT', `\n${added}MIIT`);
    expect((await room.ingest({ document: longer, publish: true })).outcome).toBe('REVISED');
    expect((await ids()).slice(1)).toEqual(before);
  });
});

interface Answer {
  readonly issue: {
    readonly leadItem: { readonly title: string } | null;
    readonly sections: readonly {
      readonly heading: string;
      readonly depth: number;
      readonly parent: { readonly heading: string } | null;
      readonly span: Words;
    }[];
    readonly sources: readonly object[];
    readonly events: readonly {
      readonly kind: string;
      readonly startsOn: string | null;
      readonly endsOn: string | null;
      readonly place: { readonly printed: string } | null;
      readonly mentions: readonly { readonly evidence: Words }[];
    }[];
    readonly revision: {
      readonly document: { readonly text: string };
      readonly coverage: object;
      readonly diagnostics: readonly object[];
    };
    readonly items: {
      readonly nodes: readonly {
        readonly canonicalId: string;
        readonly kind: string;
        readonly title: string;
        readonly section: { readonly heading: string } | null;
        readonly span: Words;
        readonly attributions: readonly { readonly printed: string; readonly source: object; readonly span: Words }[];
        readonly exchanges: readonly object[];
      }[];
    };
  };
}

function answerOf(data: unknown): Answer['issue'] {
  const copy: Answer = JSON.parse(JSON.stringify(data));
  return copy.issue;
}
