import { describe, expect, it } from 'vitest';
import { parse } from './parse.js';
import { read } from './read.js';

const readText = (document: string, publishedOn: string | null = null) => read(parse(document), { publishedOn });

describe('read', () => {
  it.each([
    ['T (Issue 12)', 12],
    ['T (lssue 12, No.2, June 2031)', 12],
    ['T （ISSUE No. 7）', 7],
    ['T\nIssue 9', 9],
    ['T (Issue ４１)', 41],
    ['T', null],
    ['T (Issue 12345678901)', null],
  ])('reads the number in %j', (document, number) => {
    expect(readText(`${document}\nQ&A\n`).number?.value ?? null).toBe(number);
  });

  it.each([
    ['T ( 2031.04.02 )', '2031-04-02'],
    ['T (Issue 3) (2031.4.2)', '2031-04-02'],
    ['T (Issue 3) （２０３１．０４．０２）', null],
    ['T (Issue 3) ( ２０３１.０４.０２ )', '2031-04-02'],
    ['T (Issue 3) ( 2031/04/02 )', '2031-04-02'],
    ['T (Issue 3) (2031. 4. 2)', '2031-04-02'],
    ['T\n2031年4月2日 09:30', '2031-04-02'],
    ['T\n2031-04-02', '2031-04-02'],
    ['T ( 2031.02.30 )', null],
    ['T', null],
  ])('reads the date in %j', (document, publishedOn) => {
    expect(readText(`${document}\nQ&A\n`).publishedOn?.value ?? null).toBe(publishedOn);
  });

  it.each(['Laws and Regulations:', 'LAWS & REGULATIONS ：'])(
    'takes %j for a heading, and its colon for no word of it',
    (printed) => {
      const { sections, introduction } = readText(
        `T (Issue 3)\n${printed}\nNational:\n1. A\n[Keyword: K]\nSource: S\n`,
      );
      expect(sections.map(({ heading }) => heading)).toEqual([printed.replace(/\s?[:：]$/, ''), 'National']);
      expect(introduction).toBeNull();
    },
  );

  it('takes a colon behind a known heading of Markdown for no word of it', () => {
    const document = 'Title: This Week in Rust 9\n\n# Miscellaneous:\n\n* A lamp\n\n# Lamps: more\n\n* Another\n';
    const { sections } = read(parse(document, { format: 'MARKDOWN' }));
    expect(sections.map(({ heading }) => heading)).toEqual(['Miscellaneous', 'Lamps: more']);
  });

  it('cuts the words of number and date out of the document', () => {
    const document = '\ufeffT (Issue 12) ( 2031.04.02 )\nQ&A\n';
    const { number, publishedOn } = readText(document);
    expect(document.slice(number?.span.start, number?.span.end)).toBe('12');
    expect(document.slice(publishedOn?.span.start, publishedOn?.span.end)).toBe('2031.04.02');
    expect(number?.span.column).toBe(11);
  });

  it('uses the printed date before the given one and says where they differ', () => {
    const brief = 'Laws and Regulations\n1. A\n[Keyword: K]\nThe forum will be held on January 3.\nSource: S\n';
    const { items, diagnostics } = readText(`T (Issue 1) ( 2031.12.17 )\n${brief}`, '2025-12-17');
    expect(items[0]?.events[0]?.startsOn).toBe('2032-01-03');
    expect(diagnostics.map(({ code }) => code)).toEqual(['DATE_DIFFERS']);
  });

  it('says that a given date is no day', () => {
    expect(readText('T (Issue 1)\nQ&A\n', '2031-02-30').diagnostics.map(({ code }) => code)).toEqual(['INVALID_DATE']);
  });

  it.each([
    ["the 'night ferry' sails", '1. The “Night Ferry” Sails', 0],
    ['The Night Ferry Sails (Issue 4, No.1, May 2031) ( 2031.05.01 )', '1. The Night Ferry Sails', 0],
    ['Another line', '1. The Night Ferry Sails', null],
  ])('finds the item that the headline %j repeats', (headline, title, leadItem) => {
    expect(readText(`${headline}\nLaws and Regulations\n${title}\n[Keyword: K]\n`).leadItem).toBe(leadItem);
  });

  it('reads the body of an interview with its turns', () => {
    const { items } = readText('T\nQ&A\nLead\nQ\nWhy?\nA\nBecause\nof *this*.\nSource: S\n');
    expect(items[0]?.body).toEqual({
      text: 'Q: Why?\n\nA: Because\n\nof *this*.',
      markdown: '**Q:** Why?\n\n**A:** Because\n\nof \\*this\\*.',
      html: '<p><strong>Q:</strong> Why?</p>\n<p><strong>A:</strong> Because</p>\n<p>of *this*.</p>',
    });
    expect(items[0]?.wordCount).toBe(4);
  });

  it('gives a document without a character an empty title and says what is missing', () => {
    const { title, diagnostics } = readText('');
    expect(title).toEqual({ value: '', span: { start: 0, end: 0, line: 1, column: 1 } });
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'NO_HEADING',
      'MISSING_DATE',
      'MISSING_TITLE',
      'MISSING_NUMBER',
    ]);
  });
});
