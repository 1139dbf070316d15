import { addressOf } from './marks.js';
import type { Block } from './render.js';
import { type InlineForm, renderInline, withoutLabel } from './render-inline.js';

/** Blocks as Markdown, joined by an empty line. */
export function renderMarkdown(blocks: readonly Block[]): string {
  const items: OpenItem[] = [];
  return blocks
    .map((block) => {
      const isFirst = enterItem(items, block);
      const quote = block.isQuote === true ? '> ' : '';
      const lines = linesOf(block).map((line) => `${quote}${line}`);
      const indent = items.map(({ marker }) => ' '.repeat(marker.length)).join('');
      const marker = items.at(-1)?.marker ?? '';
      const first = isFirst ? indent.slice(marker.length) + marker : indent;
      return lines.map((line, index) => `${index === 0 ? first : indent}${line}`.trimEnd()).join('\n');
    })
    .join('\n\n');
}

interface OpenItem {
  readonly depth: number;
  readonly marker: string;
}

function enterItem(items: OpenItem[], { list }: Block): boolean {
  const depth = list?.depth ?? 0;
  while ((items.at(-1)?.depth ?? 0) > depth) items.pop();
  if (list?.opens !== true) return false;
  if (items.at(-1)?.depth === depth) items.pop();
  items.push({ depth, marker: list.ordinal === null ? '- ' : `${list.ordinal}. ` });
  return true;
}

function linesOf(block: Block): string[] {
  if (block.kind === 'code') return [fenceOf(block.text), ...block.text.split('\n'), fenceOf(block.text)];
  const { kind, depth = 1, mark } = block;
  const bare = withoutLabel(block);
  const inline = renderInline(bare.text, bare.marks, form);
  if (kind === 'heading') return [`${'#'.repeat(Math.min(6, depth + 2))} ${inline}`];
  const text = mark === undefined ? escapeLineStart(inline) : `**${mark}:** ${inline}`.trimEnd();
  return text.split('\n').map((line, index, all) => (index < all.length - 1 ? `${line}\\` : line));
}

const form: InlineForm = {
  words: escapeMarkdown,
  address: (url) => `<${url}>`,
  code: (text) => {
    const fence = '`'.repeat(longestRun(text) + 1);
    const padding = /^`|`$|^ .* $/.test(text) ? ' ' : '';
    return `${fence}${padding}${text}${padding}${fence}`;
  },
  image: ({ alt, target }) => `![${escapeMarkdown(alt)}](<${urlOf(target)}>)`,
  open: ({ kind }) => (kind === 'link' ? '[' : kind === 'strong' ? '**' : '*'),
  close: (mark) => {
    if (mark.kind === 'link') return `](<${urlOf(mark.target)}>)`;
    return mark.kind === 'strong' ? '**' : '*';
  },
};

function urlOf(target: Parameters<typeof addressOf>[0]): string {
  return (addressOf(target) ?? '').replace(/[<>\s\\]/g, (character) => encodeURIComponent(character));
}

function fenceOf(code: string): string {
  return '`'.repeat(Math.max(3, longestRun(code) + 1));
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>~|&]/g, '\\$&').replaceAll('\0', '\ufffd');
}

function escapeLineStart(text: string): string {
  return text.replace(/^(?:[#+=-]|\d{1,9}(?=[.)]))/, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`));
}
