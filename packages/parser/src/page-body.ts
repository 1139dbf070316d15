import type { ClassifiedLine } from './classify.js';
import { diagnostic } from './diagnostic-codes.js';
import type { LineKind } from './layout.js';
import type { Line } from './lines.js';
import type { Page, PageElement } from './readers/html/page.js';
import type { Diagnostic } from './source.js';
import { shorten } from './text/shorten.js';
import { spanOf, wordsIn } from './text/words.js';

/** The lines of a page with what stands around the issue as single lines, and one diagnostic for each of those. */
export interface PageBody {
  readonly lines: readonly ClassifiedLine[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What navigation never looks like. */
const telling: ReadonlySet<LineKind> = new Set([
  'keyword',
  'source',
  'question',
  'answer',
  'continued',
  'toBeContinued',
]);

/**
 * Finds the issue on a saved page. By the layout's lines alone:
 *
 * 1. Telling lines are the layout's top headings, keyword, source, question, answer and continuation lines. None is one
 *    that is a link as a whole, or stands in `<nav>`, `<aside>`, `<footer>`, `<form>` or an element of such a role.
 * 2. The body is the innermost element that holds all telling lines. A page without any is all body.
 * 3. It begins at its last `<h1>` (where it has none: its last `<h2>`) before its first telling line, else at its first line. Where that is a top heading, the
 *    nearest `<h1>` or `<h2>` before the body belongs to it, as the title.
 * 4. It ends before the links, alone on their lines, that stand last in it.
 *
 * Everything else stands around the issue.
 */
export function findPageBody(classified: readonly ClassifiedLine[], page: Page): PageBody {
  const places = classified.map((line, index) => ({
    line,
    element: page.lines[index]?.element ?? 0,
    isAround: page.lines[index]?.isAround ?? false,
  }));
  const isTelling = places.map(({ line, isAround }) => !isAround && !isLink(line) && tells(line));
  const body = findElement(places, isTelling, page.elements);
  if (body === null) return { lines: classified, diagnostics: [] };
  const inside = places.map(({ element, isAround }) => !isAround && isWithin(element, body, page.elements));
  cutFront(places, inside, isTelling.indexOf(true));
  cutBack(classified, inside);
  return joinOutside(classified, inside);
}

interface Placed {
  readonly line: ClassifiedLine;
  readonly element: number;
  readonly isAround: boolean;
}

function tells({ kind, topHeading }: ClassifiedLine): boolean {
  return topHeading !== null || telling.has(kind);
}

function hasWords({ text, line }: ClassifiedLine): boolean {
  return text !== '' && line.block?.kind !== 'markup' && line.block?.kind !== 'comment';
}

function isLink({ line, extent }: ClassifiedLine): boolean {
  const marks = line.inline?.marks ?? [];
  return marks.some(({ kind, start, end }) => kind === 'link' && start <= extent.start && end >= extent.end);
}

function findElement(
  places: readonly Placed[],
  isTelling: readonly boolean[],
  elements: readonly PageElement[],
): number | null {
  const counts = new Map<number, number>();
  for (const [index, { element }] of places.entries())
    if (isTelling[index] === true)
      for (const around of upFrom(element, elements)) counts.set(around, (counts.get(around) ?? 0) + 1);
  const total = counts.get(0);
  const holding = [...counts].filter(([, count]) => count === total);
  const deepest = holding.sort(([a], [b]) => (elements[b]?.depth ?? 0) - (elements[a]?.depth ?? 0))[0];
  return deepest === undefined ? null : deepest[0];
}

function* upFrom(element: number, elements: readonly PageElement[]): Generator<number> {
  let at = element;
  for (; at !== 0; at = elements[at]?.parent ?? 0) yield at;
  yield 0;
}

function isWithin(element: number, body: number, elements: readonly PageElement[]): boolean {
  for (const around of upFrom(element, elements)) if (around === body) return true;
  return false;
}

function cutFront(places: readonly Placed[], inside: boolean[], firstTelling: number): void {
  const isTitle = (index: number, level: number) => places[index]?.line.line.block?.level === level;
  const before = inside.flatMap((isInside, index) => (isInside && index < firstTelling ? [index] : []));
  const begins = before.findLast((index) => isTitle(index, 1)) ?? before.findLast((index) => isTitle(index, 2));
  if (begins !== undefined) for (let index = 0; index < begins; index++) inside[index] = false;
  if (before.some((index) => isWordy(places, index))) return;
  for (let index = firstTelling - 1; index >= 0; index--) {
    if (places[index]?.isAround === true || !(isTitle(index, 1) || isTitle(index, 2))) continue;
    inside[index] = true;
    return;
  }
}

function isWordy(places: readonly Placed[], index: number): boolean {
  const place = places[index];
  return place !== undefined && hasWords(place.line);
}

function cutBack(lines: readonly ClassifiedLine[], inside: boolean[]): void {
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index];
    if (line === undefined || inside[index] !== true) continue;
    if (hasWords(line) && (!isLink(line) || line.kind !== 'text')) return;
    inside[index] = false;
  }
}

function joinOutside(lines: readonly ClassifiedLine[], inside: readonly boolean[]): PageBody {
  const joined: ClassifiedLine[] = [];
  const diagnostics: Diagnostic[] = [];
  let outside: ClassifiedLine[] = [];
  const flush = () => {
    const wordy = outside.filter(hasWords);
    if (wordy.length > 0) {
      joined.push(outsideLine(outside));
      diagnostics.push(outsideDiagnostic(wordy));
    } else for (const line of outside) joined.push(line);
    outside = [];
  };
  for (const [index, line] of lines.entries()) {
    if (inside[index] !== true) outside.push(line);
    else {
      flush();
      joined.push(line);
    }
  }
  flush();
  return { lines: joined, diagnostics };
}

function outsideLine(lines: readonly ClassifiedLine[]): ClassifiedLine {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('outsideLine: no lines');
  const line: Line = {
    value: lines.map(({ line: { value } }) => value).join(''),
    position: { start: first.line.position.start, end: last.line.position.end },
    block: { kind: 'outside', block: 0 },
  };
  const nothing = { start: 0, end: 0 };
  const heading = { text: '', extent: nothing, isFramed: false };
  return { line, kind: 'text', text: '', extent: nothing, content: nothing, number: null, heading, topHeading: null };
}

function outsideDiagnostic(lines: readonly ClassifiedLine[]): Diagnostic {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('outsideDiagnostic: no lines');
  const span = spanOf(wordsIn(first.line, first.extent));
  const { end } = spanOf(wordsIn(last.line, last.extent));
  const count = lines.length === 1 ? 'One line of the page stands' : `${lines.length} lines of the page stand`;
  const message = `${count} around the issue and ${lines.length === 1 ? 'is' : 'are'} left out, from '${shorten(first.text, 40)}' on; see that no text of the issue is among them.`;
  return diagnostic('OUTSIDE_ISSUE', message, { ...span, end });
}
