import { describe, expect, it } from 'vitest';
import { type DocumentFormat, documentFormats } from './format.js';
import { parse } from './parse.js';
import { read } from './read.js';
import { fixtureTexts } from './testing/fixture-texts.js';

/** An issue's facts without places and diagnostics; `rendered` keeps the bodies that show markup. */
function factsOf(document: string, format: DocumentFormat, rendered: boolean): unknown {
  const { diagnostics: _, ...reading } = read(parse(document, { format }), { publishedOn: '2031-12-17' });
  const left = new Set(['span', 'spans', 'evidence', ...(rendered ? [] : ['markdown', 'html'])]);
  return JSON.parse(JSON.stringify(reading, (key, value: unknown) => (left.has(key) ? undefined : value)));
}

const texts = new Map(documentFormats.map((format) => [format, new Map(fixtureTexts(format))]));
const inAll = [...(texts.get('TEXT')?.entries() ?? [])].filter(([name]) => texts.get('MARKDOWN')?.has(name) === true);

describe('one issue in three formats', () => {
  it('stands on disk three times', () => {
    expect(inAll.map(([name]) => name).sort()).toEqual(['quay-article', 'quay-briefs', 'quay-interview']);
  });

  it.each(inAll)('%s has the same facts in each', (name, text) => {
    const plain = factsOf(text, 'TEXT', false);
    expect(factsOf(texts.get('MARKDOWN')?.get(name) ?? '', 'MARKDOWN', false)).toEqual(plain);
    expect(factsOf(texts.get('HTML')?.get(name) ?? '', 'HTML', false)).toEqual(plain);
  });

  it('keeps the same marks from Markdown and from HTML', () => {
    const markdown = factsOf(texts.get('MARKDOWN')?.get('marks') ?? '', 'MARKDOWN', true);
    expect(factsOf(texts.get('HTML')?.get('marks') ?? '', 'HTML', true)).toEqual(markdown);
  });
});
