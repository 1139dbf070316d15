import { describe, expect, it } from 'vitest';
import { parse } from '../../parse.js';
import { read } from '../../read.js';
import { leavesOf } from '../../tree-walk.js';

const body = ['Laws and Regulations', '1. Fog', '[Keyword: Fog]', 'Fog.', 'Source: Quay', ''];

/** What the lines before the first heading are taken for. */
function frontOf(...front: readonly string[]): string[] {
  const leaves = leavesOf(parse([...front, ...body].join('\n')).tree);
  return leaves.slice(0, front.length).map(({ type }) => type);
}

const titlesOf = (document: string) => read(parse(document)).items.map(({ title }) => title.value);

describe('lines before the first heading', () => {
  it.each<[readonly string[], readonly string[]]>([
    [
      ['首页 > 港口', 'T', '2032年1月9日 09:30'],
      ['breadcrumb', 'title', 'dateLine'],
    ],
    [
      ['您现在的位置：首页>港口', '2032年1月9日09:30:00', 'T'],
      ['breadcrumb', 'dateLine', 'title'],
    ],
    [
      ['港口开得很晚', 'Text.'],
      ['title', 'paragraph'],
    ],
    [
      ['T', '发布时间：2032-01-09'],
      ['title', 'dateLine'],
    ],
    [
      ['T', 'english.lanternport.example', 'Text.'],
      ['title', 'publisherLine', 'paragraph'],
    ],
    [
      ['T', 'Foreign Trade Office, Lanternport Municipal Government'],
      ['title', 'publisherLine'],
    ],
    [
      ['T', '2032-01-09', 'By the Harbour Desk'],
      ['title', 'dateLine', 'paragraph'],
    ],
    [
      ['T', 'By Harbour Desk', 'english.lanternport.example'],
      ['title', 'publisherLine', 'paragraph'],
    ],
    [
      ['T', 'Text of the Harbour Office.', 'english.lanternport.example'],
      ['title', 'paragraph', 'paragraph'],
    ],
    [
      ['1.jpg', 'T (Issue 4).png', 'T (Issue 4)', '4.png'],
      ['imageLine', 'imageLine', 'title', 'imageLine'],
    ],
    [
      ['Issue 4', 'The Weekly', 'No.4, June 2032', 'Text'],
      ['nameplateLine', 'nameplateLine', 'nameplateLine', 'paragraph'],
    ],
    [
      ['The Weekly (Issue 4)', 'The Weekly', 'Issue 4'],
      ['title', 'nameplateLine', 'nameplateLine'],
    ],
    [
      ['The Weekly (Issue 4)', 'Issue 4', 'The Weekly', 'Another line'],
      ['title', 'nameplateLine', 'nameplateLine', 'paragraph'],
    ],
  ])('%j are %j', (front, types) => {
    expect(frontOf(...front)).toEqual(types);
  });
});

describe('a list of contents', () => {
  const entries = ['1', '【Laws and Regulations】', '・Fog', '2', '1. Fog', 'Q&A', '• Anything else'];

  it('takes no title for an item that comes again in the body', () => {
    const document = ['T (Issue 4)', 'Catalogue', ...entries, ...body, 'Q&A', 'Lead', 'Q', 'Why?', 'A', 'So.', ''];
    expect(titlesOf(document.join('\n'))).toEqual(['Fog', 'Lead']);
    expect(frontOf('T (Issue 4)', 'Contents:', '1. Fog', '・Other')).toEqual([
      'title',
      'contentsHeading',
      'contentsLine',
      'contentsLine',
    ]);
  });

  it('ends where the body begins, whatever is set around its headings', () => {
    const document = [
      'T',
      'Contents',
      '【Laws and Regulations】',
      '・Fog',
      '【Laws and Regulations】',
      '1. Fog',
      'Told.',
      '',
    ];
    const types = leavesOf(parse(document.join('\n')).tree).map(({ type }) => type);
    expect(types).toEqual([
      'title',
      'contentsHeading',
      'contentsLine',
      'contentsLine',
      'heading',
      'itemTitle',
      'paragraph',
    ]);
  });

  it('is one in Markdown and HTML too, where an entry is told in other words below', () => {
    const front = '# Contents of a Chest (Issue 4)\n\nIssue 4\n\nContents\n\n* Fog at last\n* Anything else\n\n';
    const markdown = `${front}## Laws and Regulations\n\n1. Fog\n\n\\[Keyword: Fog]\n\nSource: Quay\n`;
    const html =
      '<h1>Contents of a Chest (Issue 4)</h1><p>Issue 4</p><p>Contents</p><ul><li>Fog at last<li>Anything else</ul>' +
      '<h2>Laws and Regulations</h2><p>1. Fog</p><p>[Keyword: Fog]</p><p>Source: Quay</p>';
    for (const [document, format] of [[markdown, 'MARKDOWN'] as const, [html, 'HTML'] as const]) {
      const { introduction, items } = read(parse(document, { format }));
      expect(introduction).toBeNull();
      expect(items.map(({ title }) => title.value)).toEqual(['Fog']);
    }
  });

  it('is none below the first heading', () => {
    expect(leavesOf(parse(`T\n${body.join('\n')}Contents\n・Fog\n`).tree).map(({ type }) => type)).not.toContain(
      'contentsLine',
    );
  });
});

describe('keyword lines', () => {
  it.each([
    ['【Keywords: A; B】', ['A', 'B']],
    ['【Keyword:A; B】', ['A', 'B']],
    ['【Keyword: A】', ['A']],
    ['【Keywords: A, B】', ['A', 'B']],
    ['【Keywords：A；B】', ['A', 'B']],
    ['Keywords: A; B', ['A', 'B']],
    ['Keyword: A', ['A']],
    ['Keywords: A, B (c)', ['A', 'B (c)']],
    ['[Keywords: A, B]', ['A', 'B']],
    ['[Keyword: A]', ['A']],
    ['[Keywords: A]', ['A']],
    ['[Keywords: A, B [c]]', ['A', 'B [c]']],
    ['[Keywords: A, B [c]', ['A', 'B [c]']],
    ['[Keywords: A (b), C]\u00a0', ['A (b)', 'C']],
  ])('%j name %j', (line, keywords) => {
    const document = `T\nLaws and Regulations\n【National】\n1.Fog  \n\u00a0\n${line}\n\nFog.\nSource:Quay\nhttps://quay.example/1\n`;
    const [item] = read(parse(document)).items;
    expect(item?.keywords.map(({ value }) => value)).toEqual(keywords);
    expect([item?.title.value, item?.attributions[0]?.value, item?.link?.url]).toEqual([
      'Fog',
      'Quay',
      'https://quay.example/1',
    ]);
  });
});

describe('headings', () => {
  it.each([
    ['National', 'National', true],
    ['【National】', 'National', true],
    ['[National]', 'National', true],
    ['■ NATIONAL', 'NATIONAL', true],
    ['■NATIONAL', 'NATIONAL', true],
    ['【Lanternport】', 'Lanternport', true],
    ['【News of the quays】', 'News of the quays', false],
  ])('%j is %j', (line, heading, isKnown) => {
    const document = `T\nLaws and Regulations \n${line}\n1. Fog\nFog.\nSource: Quay\n`;
    expect(read(parse(document)).sections.at(-1)).toMatchObject({ heading, isKnown, depth: 2 });
  });
});
