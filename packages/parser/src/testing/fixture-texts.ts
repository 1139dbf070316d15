import { readdirSync, readFileSync } from 'node:fs';
import type { DocumentFormat } from '../format.js';

const folder = new URL('../fixtures/', import.meta.url);

/** How the files of each format end. */
export const endings: Readonly<Record<DocumentFormat, string>> = { TEXT: '.txt', MARKDOWN: '.md', HTML: '.html' };

/** Every fixture's document of one format by name, as it stands on disk. */
export function fixtureTexts(format: DocumentFormat): readonly (readonly [name: string, text: string])[] {
  const names = readdirSync(folder).filter((file) => file.endsWith(endings[format]));
  return names.map((file) => [file.slice(0, -endings[format].length), readFileSync(new URL(file, folder), 'utf8')]);
}
