import { describe, expect, it } from 'vitest';
import type { Contents } from './contents.js';
import { renderStartPage } from './start-page.js';

const CONTENTS: Contents = {
  publications: [
    { slug: 'tide-post', title: 'The <Tide> Post', homepage: 'javascript:alert(1)', issues: { totalCount: 1 } },
    { slug: 'quay', title: 'Quay', homepage: 'https://quay.example/?a=1&b=2', issues: { totalCount: 1_234 } },
  ],
  issues: {
    totalCount: 1_235,
    nodes: [
      {
        slug: '7',
        title: '"A" & B',
        publishedOn: '2026-03-01',
        publication: { slug: 'tide-post', title: 'The Tide Post' },
      },
      { slug: '6', title: 'Undated', publishedOn: null, publication: { slug: 'tide-post', title: 'The Tide Post' } },
    ],
  },
  items: { totalCount: 1 },
  sources: { totalCount: 0, nodes: [] },
  keywords: { totalCount: 1, nodes: [{ slug: 'a&b', name: 'A & B', itemCount: 1 }] },
  events: { totalCount: 3, nodes: [] },
  upcoming: {
    totalCount: 3,
    nodes: [
      { title: 'Comments', startsOn: null, endsOn: '2026-03-05', place: null },
      { title: 'Show', startsOn: '2026-03-06', endsOn: null, place: { printed: 'Old Hall' } },
      { title: 'Race', startsOn: '2026-03-07', endsOn: '2026-03-08', place: null },
    ],
  },
};

describe('the start page', () => {
  const { body } = renderStartPage(CONTENTS);
  const text = body.replace(/<style>[\s\S]*<\/style>|<[^>]+>/g, '');

  it('counts what is held', () => {
    expect(text).toMatch(/issues\s*1,235/);
    expect(text).toMatch(/item\s*1(?!\d)/);
  });

  it('escapes texts and makes no link of an address that is none of the web', () => {
    expect(body).toContain('The &lt;Tide&gt; Post');
    expect(body).not.toContain('javascript:');
    expect(body).toContain('<a href="https://quay.example/?a=1&amp;b=2" rel="noreferrer">homepage</a>');
  });

  it('leads to operations about what it names', () => {
    expect(body).toContain('href="graphql?operationName=Keyword&amp;variables=%7B%22slug%22%3A%22a%26b%22%7D"');
    expect(body).toContain(
      'href="graphql?operationName=NewestIssues&amp;variables=%7B%22publication%22%3A%22quay%22%7D"',
    );
    expect(body).toContain('href="graphql?operationName=Events&amp;variables=%7B%22from%22%3A%222026-03-05%22%7D"');
    expect(body).toContain(
      'operationName=OneIssue&amp;variables=%7B%22publication%22%3A%22tide-post%22%2C%22slug%22%3A%227%22%7D',
    );
  });

  it('stays below the folder that a proxy serves it under', () => {
    expect(body).not.toMatch(/(href|src)="\//);
  });

  it('says when events are, an open end as such', () => {
    expect(text).toContain('Commentsuntil 5 March 2026');
    expect(text).toContain('Showfrom 6 March 2026, Old Hall');
    expect(text).toContain('Race7 March 2026 to 8 March 2026');
  });

  it('says how to begin where nothing is held', () => {
    const nothing = { totalCount: 0, nodes: [] };
    const empty = renderStartPage({
      ...CONTENTS,
      publications: [],
      issues: nothing,
      keywords: nothing,
      upcoming: nothing,
    });
    expect(empty.body).toContain('broadsheet ingest FOLDER --publication my-bulletin --publish');
  });
});
