import type { ListedLine, ListedLink } from '../../listings/listed-line.js';

/**
 * A list item as a fixture prints it, in the little of Markdown that fixtures need: links, strong words, and nested
 * items behind four spaces.
 *
 * ```text
 * * 2031-01-04 | Oslo, NO | [Quay Coders](https://quay.example/)
 *     * [**Rust by Lamplight**](https://quay.example/1)
 * ```
 */
export function listedMarkdown(printed: string): ListedLine {
  const [head = '', ...nested] = printed.split('\n');
  return { ...plainLine(head), nested: nested.map((line) => ({ ...plainLine(line), nested: [] })) };
}

const link = /\[((?:[^[\]]|\[[^[\]]*\])*)\]\((\S*?)\)/g;

function plainLine(line: string): Omit<ListedLine, 'nested'> {
  const printed = line.replace(/^\s*[*-]\s+/, '').replaceAll('**', '');
  const links: ListedLink[] = [];
  let text = '';
  let from = 0;
  for (const match of printed.matchAll(link)) {
    const [whole, words = '', url = ''] = match;
    text += printed.slice(from, match.index);
    links.push({ url, start: text.length, end: text.length + words.length });
    text += words;
    from = match.index + whole.length;
  }
  return { text: text + printed.slice(from), links };
}
