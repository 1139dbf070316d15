import type { Points } from '../points.js';
import type { Region } from './region.js';

const field = /^(?<key>[A-Za-z][\w-]{0,40}):(?=[ \t]|$)[ \t]{0,40}/;
const headerField = /^(?<key>[A-Za-z][\w -]{0,40}):[ \t]{1,40}(?=\S)/;

/**
 * The fields before the text, in the two styles that are in use; none where the document begins with its text.
 *
 * ```text
 * ---                         Title: Harbour opens late
 * title: Harbour opens late   Number: 7
 * number: 7
 * ---
 * ```
 */
export function findFrontMatter(points: Points): Region[] {
  return fencedFields(points) ?? headerFields(points) ?? [];
}

function fencedFields(points: Points): Region[] | null {
  if (
    lineText(points, 0)
      .trimEnd()
      .replace(/^\ufeff/, '') !== '---'
  )
    return null;
  const regions: Region[] = [{ kind: 'markup', start: 0, end: points.startOf(1) }];
  let key = '';
  for (let line = 1; line < points.lines; line++) {
    const text = lineText(points, line);
    const start = points.startOf(line);
    const isEnd = /^(?:---|\.\.\.)\s{0,80}$/.test(text);
    key = field.exec(text)?.groups?.['key']?.toLowerCase() ?? key;
    if (isEnd || key === '') regions.push({ kind: 'markup', start, end: points.startOf(line + 1) });
    else if (text.trim() !== '') regions.push(fieldRegion(points, line, key, field.exec(text)?.[0].length ?? 0));
    if (isEnd) return regions;
  }
  return null;
}

function headerFields(points: Points): Region[] | null {
  const regions: Region[] = [];
  for (let line = 0; line < points.lines; line++) {
    const text = lineText(points, line);
    if (text.trim() === '') break;
    const match = headerField.exec(text.replace(/^\ufeff/, ' ').trimStart());
    const key = match?.groups?.['key']?.toLowerCase();
    if (match === null || key === undefined) return null;
    regions.push(fieldRegion(points, line, key, text.indexOf(match[0]) + match[0].length));
  }
  return regions.some(({ key }) => key === 'title') ? regions : null;
}

function fieldRegion(points: Points, line: number, key: string, label: number): Region {
  const text = lineText(points, line);
  const value = text.slice(label).trim();
  const quote = /^(?<quote>["']).*\k<quote>$/s.test(value) && value.length > 1 ? value.charAt(0) : '';
  const start = points.startOf(line);
  const from = start + label + text.slice(label).indexOf(value) + quote.length;
  const to = from + value.length - 2 * quote.length;
  return { kind: 'frontMatter', start, end: points.startOf(line + 1), key, words: { start: from, end: to }, quote };
}

function lineText(points: Points, line: number): string {
  return points.document.slice(points.startOf(line), points.startOf(line + 1));
}
