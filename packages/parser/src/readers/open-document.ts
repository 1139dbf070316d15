import type { DocumentFormat } from '../format.js';
import { readLines } from '../lines.js';
import { openHtml } from './html/html-reader.js';
import { openMarkdown } from './markdown/markdown-reader.js';
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
  const read = { lines: readLines(document), diagnostics: [] };
  return { read: () => read };
}
