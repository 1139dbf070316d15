import { describe, expect, it } from 'vitest';
import { documentFormats } from './format.js';
import { parse } from './parse.js';
import { read } from './read.js';
import { fixtureTexts } from './testing/fixture-texts.js';
import { mutate } from './testing/mutate.js';
import { brokenPromises, brokenSpans } from './testing/promises.js';
import { seededRandom } from './testing/random.js';

const rounds = 300;
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);

describe.each(documentFormats)('every document read as %s', (format) => {
  it(`is printed as it was and accounted for line by line, in ${rounds} mutations (SEED=${seed})`, () => {
    console.info(`parse.properties.test: SEED=${seed}`);
    const random = seededRandom(seed);
    const texts = fixtureTexts(format).map(([, text]) => text);
    for (let round = 0; round < rounds; round++) {
      const document = mutate(texts[round % texts.length] ?? '', random, format);
      const parsed = parse(document, { format });
      const reading = read(parsed, { publishedOn: '2031-12-17' });
      const where = `round ${round}: ${JSON.stringify(document.slice(0, 200))}`;
      expect(brokenPromises(document, parsed, format), where).toEqual([]);
      expect(brokenSpans(document, reading), where).toEqual([]);
      expect(JSON.parse(JSON.stringify(reading)), where).toEqual(reading);
      expect(
        htmlOf(reading).filter((html) => !isSafe(html)),
        where,
      ).toEqual([]);
    }
  });

  it.each([
    '',
    '\n',
    '\r\n\r\n',
    '\ufeff',
    '\ufeff\n',
    '\0',
    ' ',
    '\u00a0',
    'x',
    'x\r',
    'Q&A',
    'Q&A\nQ\n',
    'Q&A\nA',
    '1. ',
    '1.\n   Words of a number that stands alone',
    '<pre>One cell<td> of printed blanks',
    '[Keywords:]',
    '[Keywords: ]]',
    'Source:',
    'Laws and Regulations\n[To be Continued]',
    '\ud800\n\udc00',
    '𝒳'.repeat(300),
    '>'.repeat(300),
    '- '.repeat(300),
    '<div>'.repeat(300),
    '</p></b></div>',
    '<b><p>x</b>y</p>',
    '<li>a<li>b<table><td>c',
    '[a][b]\n\n[b]:\n',
    '```\n\n\n',
    '---\ntitle: a\n',
    '---\ntitle: a\n---\nb',
    'Title: a\nx: b\n\nc',
    '{% a\n\n%}{{',
    '<!-- a\n\nb --><!--',
    '<script>a\n<b></script><textarea>',
    '&amp;&#x1f6a2;&notin;&bogus;&#0;',
    'a<br>\n<br>b\r\n<br',
    '|a|\n|-|\n|b|c|\n',
    '# a\n===\n#\n##',
  ])('keeps its promises for %j', (document) => {
    const parsed = parse(document, { format });
    expect(brokenPromises(document, parsed, format)).toEqual([]);
    expect(brokenSpans(document, read(parsed))).toEqual([]);
  });
});

describe.each(fixtureTexts('TEXT'))('the fixture %s', (_name, text) => {
  const plain = withoutPlaces(text);

  it.each<[string, (text: string) => string]>([
    ['CRLF line endings', (lf) => lf.replaceAll('\n', '\r\n')],
    ['CR line endings', (lf) => lf.replaceAll('\n', '\r')],
    ['mixed line endings', (lf) => lf.replace(/\n/g, (_, at: number) => (at % 2 === 0 ? '\r\n' : '\n'))],
    ['a byte order mark', (lf) => `\ufeff${lf}`],
    ['no-break spaces', (lf) => lf.replaceAll(' ', '\u00a0')],
    ['trailing blanks', (lf) => lf.replaceAll('\n', ' \t\u00a0\n')],
    ['no final newline', (lf) => lf.trimEnd()],
    ['blank lines between all lines', (lf) => lf.replaceAll('\n', '\n\u00a0\n')],
  ])('reads the same with %s', (_change, change) => {
    expect(withoutPlaces(change(text))).toEqual(plain);
  });
});

function withoutPlaces(document: string): unknown {
  const parsed = parse(document);
  const { diagnostics, ...reading } = read(parsed, { publishedOn: '2031-12-17' });
  const placed = { ...reading, coverage: parsed.coverage, codes: diagnostics.map(({ code }) => code) };
  return JSON.parse(
    JSON.stringify(placed, (key, value) => (['span', 'spans', 'evidence'].includes(key) ? null : value)),
  );
}

function htmlOf(reading: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(reading, (key, value: unknown) => {
    if (key === 'html' && typeof value === 'string') found.push(value);
    return value;
  });
  return found;
}

const tag =
  /<(?:\/?(?:p|h[3-6]|strong|em|a|ol|ul|li|blockquote|pre|code)|br|ol start="\d+"|a href="(?:https?:|mailto:)[^"<>]*"|img src="https?:[^"<>]*" alt="[^"<>]*")>/gi;

function isSafe(html: string): boolean {
  const rest = html.replace(tag, '');
  return !/[<>"]/.test(rest);
}
