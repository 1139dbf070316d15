import { addressOf } from './marks.js';
import type { Block } from './render.js';
import { type InlineForm, renderInline, withoutLabel } from './render-inline.js';

/** Blocks as sanitised HTML, one a line. Each tag is closed, each attribute escaped. */
export function renderHtml(blocks: readonly Block[]): string {
  const writer = new HtmlWriter();
  for (const block of blocks) writer.add(block);
  return writer.finish();
}

interface OpenList {
  readonly depth: number;
  readonly tag: 'ol' | 'ul';
}

class HtmlWriter {
  readonly #lines: string[] = [];
  readonly #lists: OpenList[] = [];
  #isQuote = false;

  add(block: Block): void {
    const { list } = block;
    const depth = list?.depth ?? 0;
    if (this.#isQuote && (block.isQuote !== true || list?.opens === true)) this.#closeQuote();
    while ((this.#lists.at(-1)?.depth ?? 0) > depth) this.#closeList();
    if (list?.opens === true) this.#openItem(depth, list.ordinal);
    if (block.isQuote === true && !this.#isQuote) this.#push('<blockquote>');
    this.#isQuote = block.isQuote === true;
    this.#push(blockHtml(block));
  }

  finish(): string {
    if (this.#isQuote) this.#closeQuote();
    while (this.#lists.length > 0) this.#closeList();
    return this.#lines.join('\n');
  }

  #openItem(depth: number, ordinal: number | null): void {
    const tag = ordinal === null ? 'ul' : 'ol';
    if (this.#lists.at(-1)?.depth === depth && this.#lists.at(-1)?.tag === tag) this.#push('</li>');
    else {
      if (this.#lists.at(-1)?.depth === depth) this.#closeList();
      this.#lists.push({ depth, tag });
      this.#push(ordinal === null || ordinal === 1 ? `<${tag}>` : `<ol start="${ordinal}">`);
    }
    this.#push('<li>');
  }

  #closeList(): void {
    this.#push('</li>');
    this.#push(`</${this.#lists.pop()?.tag ?? 'ul'}>`);
  }

  #closeQuote(): void {
    this.#isQuote = false;
    this.#push('</blockquote>');
  }

  #push(line: string): void {
    this.#lines.push(line);
  }
}

function blockHtml(block: Block): string {
  const { kind, depth = 1, mark } = block;
  if (kind === 'code') return `<pre><code>${escapeHtml(block.text)}</code></pre>`;
  const { text, marks } = withoutLabel(block);
  const inline = renderInline(text, marks, form);
  // The item's own title is a second-level heading wherever a body is shown.
  const tag = kind === 'heading' ? `h${Math.min(6, depth + 2)}` : 'p';
  const label = mark === undefined ? '' : `<strong>${mark}:</strong> `;
  return `<${tag}>${`${label}${inline}`.trimEnd()}</${tag}>`;
}

const form: InlineForm = {
  words: (text) => escapeHtml(text).replaceAll('\n', '<br>'),
  address: (url, printed) => `<a href="${escapeHtml(url)}">${escapeHtml(printed)}</a>`,
  code: (text) => `<code>${escapeHtml(text)}</code>`,
  image: ({ alt, target }) => `<img src="${escapeHtml(addressOf(target) ?? '')}" alt="${escapeHtml(alt)}">`,
  open: (mark) => {
    if (mark.kind === 'link') return `<a href="${escapeHtml(addressOf(mark.target) ?? '')}">`;
    return mark.kind === 'strong' ? '<strong>' : '<em>';
  },
  close: ({ kind }) => (kind === 'link' ? '</a>' : kind === 'strong' ? '</strong>' : '</em>'),
};

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\0': '\ufffd',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\0]/g, (character) => entities[character] ?? character);
}
