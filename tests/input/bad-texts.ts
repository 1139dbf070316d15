/** A document, or what is given beside it, that the mutation must refuse. */
export interface BadText {
  readonly input: string;
  readonly code: string;
  /** The input value that the error names. */
  readonly field: string;
  /** Says the place and the fix. */
  readonly message: RegExp;
  /** What differs from a document that is stored. */
  readonly given: Readonly<Record<string, string | number>>;
}

/** The document that is ingested where a row changes nothing. */
export const ISSUE =
  'Quays are swept (Issue 12)\nLaws and Regulations\nNational\n1. Quays\n[Keyword: Quays]\nThey were swept.\nSource: Quay Board\n';

/** What is ingested where a row changes nothing. It can be stored, so that a row is refused for what it changes. */
export const GOOD: Readonly<Record<string, string | number | boolean>> = {
  publication: 'harbour',
  document: ISSUE,
  publishedOn: '2026-03-04',
  publish: true,
};

/** Every bad text there is; the files that no text can be read from stand in `cli/bad-documents.ts`. */
export const BAD_TEXTS: readonly BadText[] = [
  {
    input: 'an empty document',
    code: 'EMPTY_DOCUMENT',
    field: 'document',
    message: /empty: give one with text/,
    given: { document: '' },
  },
  {
    input: 'a document of blanks and a byte order mark',
    code: 'EMPTY_DOCUMENT',
    field: 'document',
    message: /empty: give one with text/,
    given: { document: '\uFEFF \r\n\u00A0\n' },
  },
  {
    input: 'a document with NUL',
    code: 'NUL_CHARACTER',
    field: 'document',
    message: /U\+0000\) stands at offset 5, in line 1, of the document.*take it out/,
    given: { document: `Quays\0${ISSUE.slice(5)}` },
  },
  {
    input: 'a document with half a surrogate pair',
    code: 'LONE_SURROGATE',
    field: 'document',
    message: /U\+D83D\) stands alone at offset 5, in line 1, of the document.*take it out or mend/,
    given: { document: `Quays\uD83D${ISSUE.slice(5)}` },
  },
  {
    input: 'a document over 5 MB',
    code: 'DOCUMENT_TOO_LARGE',
    field: 'document',
    message: /has 5000001 bytes; at most 5000000 are taken. Split it/,
    given: { document: ISSUE.padEnd(5_000_001, 'a') },
  },
  {
    input: 'a document over 5 MB in two bytes a character',
    code: 'DOCUMENT_TOO_LARGE',
    field: 'document',
    message: /at most 5000000 are taken/,
    given: { document: ISSUE.padEnd(3 * 1024 * 1024, 'é') },
  },
  {
    input: 'a document without a heading',
    code: 'NOT_RECOGNISED',
    field: 'document',
    message: /recognises nothing in these 3 lines \(NO_HEADING: .*name another layout/,
    given: { document: 'Dear harbour master,\nthe lamp on the third quay is broken.\n' },
  },
  {
    input: 'an unknown layout',
    code: 'UNKNOWN_LAYOUT',
    field: 'layout',
    message: /no layout 'gazette'\. Name one of these, or none: .*weekly-bulletin/,
    given: { layout: 'gazette' },
  },
  {
    input: 'an unknown publication',
    code: 'UNKNOWN_PUBLICATION',
    field: 'publication',
    message: /'pilot'/,
    given: { publication: 'pilot' },
  },
  {
    input: 'a slug with a stroke in it',
    code: 'BAD_VALUE',
    field: 'slug',
    message: /slug is 'a\/b'; it takes at most 200 letters and digits/,
    given: { slug: 'a/b' },
  },
  {
    input: 'a number below 0',
    code: 'BAD_VALUE',
    field: 'number',
    message: /number is '-1'; it takes a whole number/,
    given: { number: -1 },
  },
];
