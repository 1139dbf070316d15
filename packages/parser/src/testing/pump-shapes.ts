import type { DocumentFormat } from '../format.js';

/** Beginnings of a document, after each of which other rules read what comes. */
export const pumpOpenings: Readonly<Record<string, string>> = {
  'at the top': '',
  'in a brief': 'T (Issue 1)\nLaws and Regulations\n1. T\n[Keywords: a]\n',
  'in an answer': 'T\nQ&A\nLead\nQ\nWhy?\nA\n',
  'in an article': 'T\nExpert Perspective\nTitle\nBy A (B)\n',
};

/** What a plain text is made of nothing but, to see whether some rule takes more than its share of time. */
export const pumpShapes: readonly string[] = [
  '\n',
  '\r',
  ' ',
  'a\n',
  'a ',
  'A ',
  '.',
  '. ',
  ',',
  '(',
  ')',
  '(AB) ',
  '((',
  '[Keywords: ',
  '1. x\n',
  '1.',
  'Q\nA\n',
  'Q&A\n',
  'Source: x\n',
  'By A and B (C), ',
  'http://',
  'http://a)',
  'www.',
  'mailto:a@',
  'January 5 ',
  'Jan',
  '1-',
  '*',
  '&',
  '"',
  '\0',
  '漢',
  'One Week in X\n',
  'On January 5 the forum will be held at the Grand Hall. ',
  'March 3, 4, 5 and 6 to ',
  '1月5日至',
  'will be opened on ',
  'held at the A of the ',
  '(Issue ',
  '( 2031.',
  '1. T\n[Keyword: a]\nx\nSource: y\n',
  'Source: x\n[Keyword: y]\n',
  'Issue 5\nA\n',
  'Contents\n・x\n',
  '【A】\n1. x\n',
  'x.png\n',
  '\u00a0',
  '\ufeff',
];

/** A format, a beginning, what follows over and over, and an end. */
type Pump = readonly [format: DocumentFormat, opening: string, shapes: readonly string[], closing: string];

/** The same of the other formats. */
export const pumpMarkup: readonly Pump[] = [
  [
    'MARKDOWN',
    '# T (Issue 1)\n\n## Laws and Regulations\n\n1. T\n[Keywords: a]\n\n',
    [
      '[',
      '![',
      '[a](',
      'a*_',
      '`a``',
      '<a ',
      '> ',
      '>',
      '- ',
      '  - a\n',
      '|a|\n|-|\n',
      '[a]: b\n',
      'a\n=\n',
      '<!--\n\n',
      '{% a\n',
    ],
    '',
  ],
  [
    'HTML',
    '<h1>T (Issue 1)</h1><h2>Laws and Regulations</h2><p>1. T<p>[Keywords: a]<p>',
    [
      '<',
      '<div>',
      '<p>a',
      '<b>',
      '</b>',
      '<ul><li>a',
      '<ol><li>',
      'a<br>',
      '<b><p>',
      '&amp;',
      '<td>',
      '<a href=x>',
      '<!--',
      '<nav>',
    ],
    '',
  ],
];

const tagOpening =
  "---\ntitle: 'Bitcoin Optech Newsletter #1'\n---\n\n## News\n\n{% include functions/details-list.md\n";

/** The arguments of a tag that are questions and answers, and what one of them holds. */
export const pumpTags: readonly Pump[] = [
  ['MARKDOWN', tagOpening, ['q1="a *b*"\n', 'a1="b" ', 'q1=\'[a][b]\'\na1link="x"\n', 'a1=b\n'], '\n%}\n'],
  ['MARKDOWN', `${tagOpening}q1="`, ['*a\n', '\\"', '> ', '" a1="'], '"\n%}\n'],
];
