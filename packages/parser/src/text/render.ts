import type { Rendered } from '../reading.js';
import { type Address, findAddresses } from './addresses.js';

/** One paragraph or heading of a body. `mark` is printed before it: 'Q' or 'A'. */
export interface Block {
  readonly kind: 'paragraph' | 'heading';
  readonly text: string;
  /** Of a heading, from 1. */
  readonly depth?: number;
  readonly mark?: 'Q' | 'A';
}

/**
 * A body in the three public forms. Texts and Markdown are paragraphs joined by an empty line. HTML holds `<p>`,
 * `<h3>` to `<h6>`, `<strong>` for marks and `<a href>` for http, https and mailto addresses, all else escaped.
 * A turn of an interview begins with its mark: `Q: `, `**Q:** `, `<strong>Q:</strong> `.
 */
export function render(blocks: readonly Block[]): Rendered {
  return {
    text: blocks.map(textOf).join('\n\n'),
    markdown: blocks.map(markdownOf).join('\n\n'),
    html: blocks.map(htmlOf).join('\n'),
  };
}

function textOf({ text, mark }: Block): string {
  return mark === undefined ? text : `${mark}: ${text}`.trimEnd();
}

function markdownOf({ kind, text, depth = 1, mark }: Block): string {
  const escaped = withAddresses(text, escapeMarkdown, ({ url }) => `<${url}>`);
  if (kind === 'heading') return `${'#'.repeat(headingLevel(depth))} ${escaped}`;
  return mark === undefined ? escapeLineStart(escaped) : `**${mark}:** ${escaped}`.trimEnd();
}

function htmlOf({ kind, text, depth = 1, mark }: Block): string {
  const escaped = withAddresses(
    text,
    escapeHtml,
    ({ url }, printed) => `<a href="${escapeHtml(url)}">${escapeHtml(printed)}</a>`,
  );
  const tag = kind === 'heading' ? `h${headingLevel(depth)}` : 'p';
  const label = mark === undefined ? '' : `<strong>${mark}:</strong> `;
  return `<${tag}>${`${label}${escaped}`.trimEnd()}</${tag}>`;
}

// The item's own title is a second-level heading wherever a body is shown.
function headingLevel(depth: number): number {
  return Math.min(6, depth + 2);
}

function withAddresses(
  text: string,
  escapeWords: (text: string) => string,
  link: (address: Address, printed: string) => string,
): string {
  let done = '';
  let at = 0;
  for (const address of findAddresses(text)) {
    done += escapeWords(text.slice(at, address.start)) + link(address, text.slice(address.start, address.end));
    at = address.end;
  }
  return done + escapeWords(text.slice(at));
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>~|&]/g, '\\$&').replaceAll('\0', '\ufffd');
}

function escapeLineStart(text: string): string {
  return text.replace(/^(?:[#+=-]|\d{1,9}(?=[.)]))/, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`));
}

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
