import { seededRandom } from './random.js';

/** A short document of what means something in Markdown, and of what does not, in no order. */
export function randomMarkdown(seed: number): string {
  const random = seededRandom(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const parts = Array.from({ length: 1 + below(14) }, () => PARTS[below(PARTS.length)] ?? '');
  const begin = below(3) === 0 ? '* ' : '';
  const end = below(4) === 0 ? '\n\n[said]: https://s.example' : '';
  return `${begin}${parts.join('')}${end}`;
}

const WORDS = ['a', 'lamp', 'b c', ' ', '  ', '.', ',', ':', '“', '”', '—', 'é', '中', '🟩', '\u00a0', "'", '"t"'];
const LINES = [
  '\n',
  '\n',
  '\n\n',
  '\n* ',
  '\n- ',
  '\n+ ',
  '\n  - ',
  '\n    * ',
  '\n   ',
  '\n  ',
  '\n    ',
  '\n1. ',
  '\n> ',
];
const BLOCKS = ['* ', '- ', '1. ', '> ', '\n# ', '\n## ', '\n---\n', '===', '~~~', '```', '\n```\n', '|', '<b>', '#'];
const MARKS = [
  '*',
  '**',
  '_',
  '__',
  '`',
  '``',
  '[',
  ']',
  '(',
  ')',
  '!',
  '&',
  '&amp;',
  '\\',
  '{',
  '}',
  '{{x}}',
  '-',
  '---',
];
const WHOLE = ['*lamp*', '**quay**', '_tide_', '`code`', '[link](https://c.example)', '<https://b.example>'];
const LINKS = [
  '](https://a.example/b_c)',
  '][said]',
  '[]',
  '[said]',
  '[said]: https://x.example/y_*z*',
  '\n[said]: https://x.example',
  '\n[sa',
  'id]: https://x.example',
];
const PARTS = [...WORDS, ...LINES, ...BLOCKS, ...MARKS, ...WHOLE, ...LINKS];
