import type { DocumentFormat } from '../format.js';

type Random = () => number;

const odd = [
  '\0',
  '\r',
  '\n',
  '\r\n',
  '\ufeff',
  '\u00a0',
  '\ud83d',
  '\u{1f6a2}',
  '\u2028',
  '漢字',
  '[',
  ']',
  '(',
  ')',
  '“',
  '<b>',
  '&',
  '  ',
  '\t',
  '1. ',
  'Q\n',
  'A\n',
  'Source: ',
  '[Keyword: ',
  '(Issue 9',
  'By A',
];

/** Pieces of the markup of each format. */
const markup: Readonly<Record<DocumentFormat, readonly string[]>> = {
  TEXT: odd,
  MARKDOWN: [
    ...odd,
    '*',
    '**',
    '_',
    '`',
    '```\n',
    '~~~',
    '> ',
    '- ',
    '    ',
    '# ',
    '\\',
    '![',
    '](',
    '][',
    ']: ',
    '<!--',
    '-->',
    '{% ',
    '{% include functions/details-list.md\n',
    'q0="',
    "a0='",
    'a0link="',
    '"',
    ' %}',
    '{{',
    '---\n',
    '===\n',
    '|',
    '<br>',
    '&amp;',
    '<T>',
    'https://a.example/b',
  ],
  HTML: [
    ...odd,
    '<',
    '>',
    '</',
    '<p>',
    '</p>',
    '<br>',
    '<div>',
    '</div>',
    '<li>',
    '<ol>',
    '</ol>',
    '<a href="javascript:x">',
    '<a href=https://a.example>',
    '</a>',
    '<b',
    '<h1>',
    '<nav>',
    '<script>',
    '</script>',
    '<style>',
    '<!--',
    '-->',
    '&nbsp;',
    '&lt;',
    '&#39',
    '<td>',
    '<pre>',
    '<title>',
    '<img src=x onerror=y>',
    '="',
  ],
};

const mutations: readonly ((text: string, random: Random, format: DocumentFormat) => string)[] = [
  (text, random) => splice(text, random, 1 + Math.floor(random() * 40), ''),
  (text, random, format) => splice(text, random, 0, pick(markup[format], random)),
  (text, random) => overLines(text, (lines) => lines.splice(Math.floor(random() * lines.length), 1)),
  (text, random) =>
    overLines(text, (lines) => lines.splice(Math.floor(random() * lines.length), 0, pick(lines, random))),
  (text, random) => overLines(text, (lines) => lines.push(...lines.splice(Math.floor(random() * lines.length), 3))),
  (text, random) => text.slice(0, Math.floor(random() * text.length)),
  (text, random) => text.slice(Math.floor(random() * text.length)),
  (text, random) => text.replaceAll('\n', pick(['\r\n', '\r', '\n\n', '\n\u00a0\n'], random)),
];

/** The text changed in one to eight places: characters, lines, endings, ends. */
export function mutate(text: string, random: Random, format: DocumentFormat = 'TEXT'): string {
  let mutated = text;
  for (let rounds = 1 + Math.floor(random() * 8); rounds > 0; rounds--)
    mutated = pick(mutations, random)(mutated, random, format);
  return mutated;
}

function pick<T>(list: readonly T[], random: Random): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new RangeError('mutate: nothing to pick from');
  return found;
}

function splice(text: string, random: Random, length: number, inserted: string): string {
  const at = Math.floor(random() * (text.length + 1));
  return text.slice(0, at) + inserted + text.slice(at + length);
}

function overLines(text: string, change: (lines: string[]) => void): string {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
}
