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

  it.each(documentFormats)('is read in %s as if its words had no soft hyphens', (format) => {
    const document = texts.get(format)?.get('quay-briefs') ?? '';
    const parted = document.replace(/(?<=Regu|Key|Fer|Sour)(?=lations|words|ries|ce: )/g, '\u00ad');
    expect(parted.length).toBeGreaterThan(document.length + 10);
    expect(factsOf(parted, format, false)).toEqual(factsOf(document, format, false));
    const { items } = read(parse(parted, { format }));
    const { start = 0, end = 0 } = items[0]?.keywords[0]?.span ?? {};
    expect(parted.slice(start, end)).toBe('Fer\u00adries');
    const title = items[0]?.title.span;
    expect(parted.slice(title?.start, title?.end)).toContain('Fer\u00adries');
  });

  it('is read as if no marks of direction stood around its lines', () => {
    const document = texts.get('TEXT')?.get('quay-briefs') ?? '';
    const marked = document.replace(/^.+$/gm, '\u200e\u2068$&\u2069\u200f');
    expect(factsOf(marked, 'TEXT', false)).toEqual(factsOf(document, 'TEXT', false));
  });

  it('keeps the same marks from Markdown and from HTML', () => {
    const markdown = factsOf(texts.get('MARKDOWN')?.get('marks') ?? '', 'MARKDOWN', true);
    expect(factsOf(texts.get('HTML')?.get('marks') ?? '', 'HTML', true)).toEqual(markdown);
  });
});
