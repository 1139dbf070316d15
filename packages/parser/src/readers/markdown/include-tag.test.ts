import { describe, expect, it } from 'vitest';
import { parse } from '../../parse.js';
import { read } from '../../read.js';
import { brokenPromises } from '../../testing/index.js';
import { readIncludeTag } from './include-tag.js';

const argumentsOf = (document: string): unknown => {
  const tag = readIncludeTag(document, { start: 0, end: document.length });
  const pairs = tag?.arguments.map(({ name, value }) => [name, document.slice(value.start, value.end)]);
  return pairs === undefined
    ? null
    : Object.fromEntries([...pairs, ...(tag?.isBroken === true ? [['broken', '']] : [])]);
};

it.each<[string, unknown]>([
  ['{% include a.md %}', {}],
  ['{% include a.md q0="b" %}', { q0: 'b' }],
  ['  {%- include\ta/b.md q0 = "b"\n\n\ta0="c\nd" -%}', { q0: 'b', a0: 'c\nd' }],
  ['{% include a.md q0="b"a0="c"%}', { q0: 'b', a0: 'c' }],
  [String.raw`{% include a.md q0="b \"c\" d\\" %}`, { q0: String.raw`b \"c\" d\\` }],
  [String.raw`{% include a.md q0='b "c" \'d\'' %}`, { q0: String.raw`b "c" \'d\'` }],
  ['{% include a.md q0=page.title a-0="" %}', { q0: 'page.title', 'a-0': '' }],
  ['{% include a.md q0="b\na0="c" %}', { q0: 'b\na0=', broken: '' }],
  ['{% include a.md q0="b %}', { broken: '' }],
  [String.raw`{% include a.md q0="b\" %}`, { broken: '' }],
  ['{% include a.md q0=b "c" %}', { q0: 'b', broken: '' }],
  ['{% include a.md q0= %}', { broken: '' }],
  ['{% assign a = "b" %}', null],
  ['{% includes a.md %}', null],
  ['{% include %}', null],
  ['words {% include a.md %}', null],
])('reads the arguments of %j', (document, found) => {
  expect(argumentsOf(document)).toEqual(found);
});

describe('a tag with questions that is longer than any piece of Markdown', () => {
  const asked = Array.from({ length: 400 }, (_, turn) => `q${turn}="Why [${turn}][a]?"\na${turn}="*So*\n  it is."\n`);
  const head = "---\ntitle: 'Bitcoin Optech Newsletter #1'\n---\n\n## Notes\n\nThe *lamps* burn.\n\n";
  const tag = `{% include functions/details-list.md\n${asked.join('')}%}\n\n`;
  const exchangesIn = (document: string): number =>
    read(parse(document, { format: 'MARKDOWN' })).items.reduce((sum, { exchanges }) => sum + exchanges.length, 0);

  it('is read, and leaves what stands around it Markdown', () => {
    const document = `${head}${tag}It *ends*.\n\n[a]: https://a.example\n`;
    const parsed = parse(document, { format: 'MARKDOWN' });
    const [item] = read(parsed).items;
    expect(brokenPromises(document, parsed, 'MARKDOWN')).toEqual([]);
    expect(item?.exchanges).toHaveLength(400);
    expect(item?.body.markdown.startsWith('The *lamps* burn.')).toBe(true);
    expect(item?.body.markdown.endsWith('It *ends*.')).toBe(true);
    expect(parsed.diagnostics).toEqual([]);
  });

  it('is read amid text that is too long to be Markdown', () => {
    const prose = 'The lamps burn. '.repeat(200);
    const document = `${head}${prose}\n\n${'a*_\n'.repeat(1_200)}\n${tag}`;
    const parsed = parse(document, { format: 'MARKDOWN' });
    expect(brokenPromises(document, parsed, 'MARKDOWN')).toEqual([]);
    expect(parsed.diagnostics.map(({ code }) => code)).toContain('MARKUP_NOT_READ');
    expect(exchangesIn(document)).toBe(400);
  });

  it('keeps an argument that is too long to be Markdown as it stands, and says so', () => {
    const document = `${head}{% include functions/details-list.md q0="Why?" a0="${'*so* '.repeat(5_000)}" %}\n`;
    const parsed = parse(document, { format: 'MARKDOWN' });
    expect(brokenPromises(document, parsed, 'MARKDOWN')).toEqual([]);
    expect(parsed.diagnostics.map(({ code }) => code)).toContain('MARKUP_NOT_READ');
    expect(read(parsed).items[0]?.exchanges[0]?.answer?.text.startsWith('*so* *so*')).toBe(true);
  });

  it.each(['> ', '- ', '[', '*', '<b>'])('takes what is nested 20,000 deep in an answer: %j', (shape) => {
    const document = `${head}{% include functions/details-list.md q0="Why?" a0="${shape.repeat(20_000)}so" %}\n`;
    expect(brokenPromises(document, parse(document, { format: 'MARKDOWN' }), 'MARKDOWN')).toEqual([]);
    expect(exchangesIn(document)).toBe(1);
  });
});

it('keeps a tag whose first lines are taken for the code above them', () => {
  const head = "---\ntitle: 'Bitcoin Optech Newsletter #1'\n---\n\n## Notes\n\n";
  const tag = '{% include functions/details-list.md\n  q0="Why?"\n  a0="So it is.\n"\n%}\n';
  const document = `${head}    code\n${tag}`;
  const parsed = parse(document, { format: 'MARKDOWN' });
  expect(brokenPromises(document, parsed, 'MARKDOWN')).toEqual([]);
});
