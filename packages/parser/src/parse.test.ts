import { describe, expect, it } from 'vitest';
import { getLayout, layouts } from './layouts.js';
import { parse, parseWith } from './parse.js';
import { print } from './print.js';
import { read, readWith } from './read.js';
import { leavesOf } from './tree-walk.js';
import { UnknownLayoutError } from './unknown-layout-error.js';

const codesOf = (document: string) => parse(document).diagnostics.map(({ code }) => code);
const typesOf = (document: string) => leavesOf(parse(document).tree).map(({ type }) => type);

describe('parse', () => {
  it('takes a layout by its name', () => {
    expect(parse('', { layout: 'weekly-bulletin' }).layout).toBe('weekly-bulletin');
  });

  it('refuses a layout that there is none of and names those there are', () => {
    const error = catchError(() => parse('', { layout: 'gazette' }));
    expect(error).toBeInstanceOf(UnknownLayoutError);
    expect(error).toMatchObject({ code: 'UNKNOWN_LAYOUT', layout: 'gazette', known: layouts.map(({ name }) => name) });
  });

  it('says that no heading is recognised, and leaves the lines raw', () => {
    expect(codesOf('A letter\nDear Sir,\n\nnothing.\n')).toEqual(['LOW_COVERAGE', 'NO_HEADING', 'UNREAD_LINES']);
    expect(typesOf('A letter\nDear Sir,\n\nnothing.\n')).toEqual(['title', 'raw', 'blank', 'raw']);
  });

  it('takes the numbered lines of a list in a brief for text', () => {
    const document =
      'T\nLaws and Regulations\n1. A\n[Keyword: K]\nThree:\n1. one\n2. two\nSource: S\n2. B\n[Keyword: K]\n';
    expect(typesOf(document).filter((type) => type === 'itemTitle')).toHaveLength(2);
  });

  it('takes a number without a blank for one, and a decimal for text', () => {
    const document =
      'T\nLaws and Regulations\n1.X·T Opens\n[Keyword: K]\n1.5 million boats came.\nSource: S\n2.2031 Finals\nText\n';
    const titles = leavesOf(parse(document).tree).flatMap((leaf) => (leaf.type === 'itemTitle' ? [leaf.number] : []));
    expect(titles).toEqual([1, 2]);
  });

  it('keeps known words for text where a byline or mark is not to be expected', () => {
    const document = 'T\nLaws and Regulations\n1. A\n[Keyword: K]\nBy November all is well\nQ\nA\n';
    expect(typesOf(document).slice(-3)).toEqual(['paragraph', 'paragraph', 'paragraph']);
  });

  it('finds headings in any letter case and spacing', () => {
    expect(typesOf('T\nLAWS  AND REGULATIONS\nQ＆A\none week in Lanternport\nOne Week in Lanternport\n')).toEqual([
      'title',
      'heading',
      'heading',
      'leadSentence',
      'heading',
    ]);
  });

  it('begins a section at a short line from which the numbers begin again', () => {
    const document = 'T\nExpert Perspective\nEssay\nBy A\nText.\nSource: S\nNotices\n1. A\n[Keyword: K]\nText.\n';
    expect(codesOf(document)).toEqual(['UNKNOWN_HEADING']);
    expect(parse(document).tree.children.map(({ type }) => type)).toEqual(['title', 'section', 'section']);
  });

  it('claims no heading for a line in the text that only looks like one', () => {
    const document = 'T\nLaws and Regulations\n1. A\n[Keyword: K]\nThe rules are\n1. one.\nSource: S\n';
    expect(typesOf(document).filter((type) => type === 'heading')).toHaveLength(1);
  });

  it('takes no template tag behind indented code for more of the code', () => {
    const tags = '{% include references.md %}\n{% include linkers/issues.md issues="1" %}\n';
    const document = `Title: This Week in Rust 9\n\n# Miscellaneous\n\n* A lamp\n\n      lamp --lit\n\n${tags}[a]: /b\n`;
    const parsed = parse(document, { format: 'MARKDOWN' });
    expect(read(parsed).items.map(({ body }) => body.text)).toEqual(['lamp --lit']);
    expect(print(parsed.tree)).toBe(document);
  });

  it('asks for no numbers where a layout begins titles with a bullet', () => {
    const known = getLayout('weekly-bulletin');
    const layout = { ...known, lines: [{ kind: 'numbered' as const, starts: /^\* /, maxLength: 200 }, ...known.lines] };
    const document = 'T (Issue 1)\nLaws and Regulations\n* A\n[Keyword: K]\nSource: S\n* B\n[Keyword: K]\nSource: S\n';
    const parsed = parseWith(layout, document, 'TEXT');
    expect(parsed.diagnostics).toEqual([]);
    expect(readWith(layout, parsed).items.map(({ title }) => title.value)).toEqual(['A', 'B']);
    expect(print(parsed.tree)).toBe(document);
  });
});

function catchError(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
