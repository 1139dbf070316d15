import type { DocumentFormat } from '../format.js';
import { type Line, readLines } from '../lines.js';
import { openHtml } from './html/html-reader.js';
import { InlineText, softHyphen } from './inline-text.js';
import { openMarkdown } from './markdown/markdown-reader.js';
import { Points } from './points.js';
import type { Reader } from './reader.js';

/** Opens a document in its format. It is parsed once, however many layouts then ask for its lines. */
export function openDocument(document: string, format: DocumentFormat): Reader {
  switch (format) {
    case 'TEXT':
      return openText(document);
    case 'HTML':
      return openHtml(document);
    case 'MARKDOWN':
      return openMarkdown(document);
    default:
      return format satisfies never;
  }
}

function openText(document: string): Reader {
  const lines = readLines(document);
  const read = { lines: document.includes(softHyphen) ? withoutSoftHyphens(document, lines) : lines, diagnostics: [] };
  return { read: () => read };
}

function withoutSoftHyphens(document: string, lines: readonly Line[]): Line[] {
  const points = new Points(document);
  return lines.map((line) => {
    if (!line.value.includes(softHyphen)) return line;
    const text = new InlineText(points);
    const { offset } = line.position.start;
    text.addPrinted(offset, offset + line.value.replace(/[\r\n]{1,2}$/, '').length);
    return { ...line, inline: text.finish() };
  });
}
