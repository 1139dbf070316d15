import type { BylineReading } from '../reading.js';
import { trimExtent } from '../text/trim.js';
import { spanOf, type Words } from '../text/words.js';

const organisation =
  /\b(?:Law Firm|LLP|Partners|University|Institute|College|School|Academy|Bureau|Office|Ministry|Center|Centre|Company|Co|Ltd|Inc|Bank|Association|Society|Chambers|Group)\b/;

interface Part {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  affiliation: string | null;
}

/**
 * The authors on a byline, each with the words that name them.
 *
 * ```text
 * By Ada Quill (Quill Chambers), Noor Vane and Ilse Marsh (Tide Institute)
 *    ^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 *
 * An affiliation holds for the authors without one that directly precede it. What names an organisation
 * after a comma is the affiliation of the one before.
 */
export function readByline(line: Words): BylineReading[] {
  const authors: Part[] = [];
  for (const part of partsOf(line.text)) {
    const before = authors.at(-1);
    if (before !== undefined && part.affiliation === null && organisation.test(part.name)) {
      authors[authors.length - 1] = { ...before, end: part.end, affiliation: before.affiliation ?? part.name };
    } else authors.push(part);
  }
  shareAffiliations(authors);
  return authors.map(({ start, end, name, affiliation }) => ({
    printed: line.text.slice(start, end),
    name,
    affiliation,
    span: spanOf(line, start, end),
  }));
}

function shareAffiliations(authors: readonly Part[]): void {
  let shared: string | null = null;
  for (const author of [...authors].reverse()) {
    if (author.affiliation !== null) shared = author.affiliation;
    else author.affiliation = shared;
  }
}

function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const separator of separatorsIn(text)) {
    pushPart(parts, text, start, separator.start);
    start = separator.end;
  }
  pushPart(parts, text, start, text.length);
  return parts;
}

function pushPart(parts: Part[], text: string, from: number, to: number): void {
  const { start, end } = trimExtent(text, from, to);
  if (start === end) return;
  const words = text.slice(start, end);
  const match = /^(?<name>[^(（]*)[(（](?<affiliation>.*)[)）]$/su.exec(words);
  const name = match?.groups?.['name']?.trim() ?? '';
  const affiliation = match?.groups?.['affiliation']?.trim() ?? '';
  if (name === '') parts.push({ start, end, name: words, affiliation: null });
  else parts.push({ start, end, name, affiliation: affiliation === '' ? null : affiliation });
}

function separatorsIn(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  for (const match of text.matchAll(/[(（]|[)）]|[,，;；、]|\s(?:and|&)\s/g)) {
    if ('(（'.includes(match[0])) depth++;
    else if (')）'.includes(match[0])) depth = Math.max(0, depth - 1);
    else if (depth === 0) found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}
