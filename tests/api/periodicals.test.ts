import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';

const fixture = (name: string) =>
  readFileSync(new URL(`../../packages/parser/src/fixtures/${name}.md`, import.meta.url), 'utf8');
const ledger = fixture('ledger-briefs');
/** The issue of the week before, which the ledger's links lead to. */
const before = ledger.replace('#907', '#906').replace('2031/12/10', '2031/12/03').replace('taproot #9', 'taproot #8');

describe.each(DATABASES)('periodicals in Markdown on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
    for (const document of [ledger, before, fixture('lantern-links'), fixture('ledger-questions')])
      await room.ingest({ document, format: 'MARKDOWN', publish: true });
  });
  afterAll(() => room.close());

  it('have their layout, number, day and address without being told', async () => {
    expect(await room.data('{ issues(orderBy: OLDEST) { nodes { number publishedOn url } } }')).toEqual({
      issues: {
        nodes: [
          {
            number: 906,
            publishedOn: '2031-12-03',
            url: 'https://bitcoinops.org/en/newsletters/2031/12/03/',
          },
          {
            number: 41,
            publishedOn: '2031-12-10',
            url: 'https://this-week-in-rust.org/blog/2031/12/10/this-week-in-rust-41/',
          },
          {
            number: 907,
            publishedOn: '2031-12-10',
            url: 'https://bitcoinops.org/en/newsletters/2031/12/10/',
          },
          {
            number: 908,
            publishedOn: '2031-12-17',
            url: 'https://bitcoinops.org/en/newsletters/2031/12/17/',
          },
        ],
      },
    });
  });

  it('lead from issue to issue, and tell parts of a series', async () => {
    const { issue } = Object(
      await room.data(`{
        issue(publication: "swb", slug: "907") {
          sections { heading rubric { slug } }
          items { nodes { title part { previous { title } next { title } series { title } } links { text issue { slug } } } }
        }
      }`),
    );
    expect(issue.items.nodes).toContainEqual({
      title: 'Preparing for taproot #9: lamps of glass',
      part: {
        previous: { title: 'Preparing for taproot #8: lamps of glass' },
        next: null,
        series: { title: 'Preparing for taproot' },
      },
      links: [{ text: 'Newsletter #906', issue: { slug: '906' } }],
    });
    expect(issue.sections).toContainEqual({ heading: 'News', rubric: { slug: 'news' } });
    expect(issue.sections).toContainEqual({ heading: 'Preparing for taproot #9: lamps of glass', rubric: null });
  });

  it('have items of every kind, with sources, questions and events', async () => {
    const data = JSON.stringify(
      await room.data(
        '{ items(first: 100) { nodes { kind title sources { name } exchanges { question answer } events { title startsOn place { city } } } } }',
      ),
    );
    for (const part of [
      '{"kind":"LINK","title":"Faroles y muelles","sources":[{"name":"muelles.example"}]',
      '"exchanges":[{"question":"Why are there two tides a day?","answer":"Because the sea turns twice."}]',
      '"kind":"QUOTE","title":"The tide waits."',
      '{"title":"Locks and lamps","startsOn":"2031-12-11","place":{"city":"Bergen"}}',
    ])
      expect(data).toContain(part);
  });

  it('have the questions of a tag as exchanges that are searched and found by quote', async () => {
    const quoted = 'Because of the [old order][order], which says\n      `lamps';
    const { search, answer, asked } = Object(
      await room.data(
        `query ($answer: String!, $asked: String!) {
          search(query: "\\"steps in their order\\"") { nodes { kind title links { url } exchanges { question answer(format: MARKDOWN) } } }
          answer: verifyQuote(text: $answer) { item { title } span { line text } }
          asked: verifyQuote(text: $asked) { item { title } }
        }`,
        { answer: quoted, asked: 'Is the keeper\\\'s "match" wet?' },
      ),
    );
    const title = 'Bitcoin Core PR Review Club';
    expect(search.nodes).toMatchObject([{ kind: 'INTERVIEW', title }]);
    expect(search.nodes[0].exchanges).toHaveLength(5);
    expect(search.nodes[0].exchanges[1]).toEqual({
      question: 'What are the steps, in their order?',
      answer:
        'There are two:\n\n1. Fill the lamp with `oil\\_1`, and wait.\n\n2. Light it, as [told before](<https://lamps.example/order>).\n\nThen go home.',
    });
    expect(search.nodes[0].links).toContainEqual({ url: 'https://lamps.example/12#l-2' });
    expect(answer).toEqual({ item: { title }, span: { line: 35, text: quoted } });
    expect(asked).toEqual({ item: { title } });
  });
});
