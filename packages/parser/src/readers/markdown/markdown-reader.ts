import { diagnostic } from '../../diagnostic-codes.js';
import { readLines } from '../../lines.js';
import type { Diagnostic, Span } from '../../source.js';
import type { Extent } from '../../tree.js';
import { InlineText } from '../inline-text.js';
import { Points } from '../points.js';
import type { LineSetting, Reader, ReadLines } from '../reader.js';
import { unclosedMarkup } from '../unclosed-markup.js';
import { labelsIn } from './definitions.js';
import { writePiece } from './handlers.js';
import { LineWriter } from './line-writer.js';
import { isReasonable } from './parse-events.js';
import { parsePiece } from './parse-piece.js';
import { cutPieces } from './pieces.js';
import type { MarkupEvent } from './plain/markup-event.js';
import type { Region } from './region.js';
import { writeSimpleItems } from './simple-list.js';
import { variablesIn } from './variables.js';
import { type Found, type Reference, Walk } from './walk.js';

/** A piece with its tokens: 'simple' where none are needed, null where it is taken as plain text. */
interface ParsedPiece extends Extent {
  readonly events: readonly MarkupEvent[] | 'simple' | null;
}

/**
 * Opens a document written in Markdown. It is parsed at once; lines are made for each setting that is asked for.
 * Lines are whole physical lines, but where `<br>` parts one.
 */
export function openMarkdown(document: string): Reader {
  const points = new Points(document);
  const { regions, masked, pieces } = cutPieces(points);
  const labels = labelsIn(masked);
  const defined = new Set(labels);
  const parsed = pieces.flatMap((piece): ParsedPiece[] => {
    const { start, end, isSimple } = piece;
    if (isSimple) return [{ start, end, events: 'simple' }];
    if (!isReasonable(masked.slice(start, end))) return [{ start, end, events: null }];
    return parsePiece(masked, piece, labels, (label) => defined.has(label));
  });
  const written = new Map<LineSetting, ReadLines>();
  return {
    read: (setting) => {
      const known = written.get(setting);
      if (known !== undefined) return known;
      const lines = write(points, regions, parsed, setting);
      written.set(setting, lines);
      return lines;
    },
  };
}

function write(
  points: Points,
  regions: readonly Region[],
  pieces: readonly ParsedPiece[],
  setting: LineSetting,
): ReadLines {
  const writer = new LineWriter(points);
  const variables = variablesIn(points.document, regions);
  const found: Found = { references: [], definitions: new Map(), unclosed: [], variables };
  for (const { start, end, events } of pieces)
    if (events === 'simple') writeSimpleItems(points, start, end, writer);
    else if (events !== null) writePiece(events, new Walk(points, start, writer, setting, found));
  const plain = pieces.filter(({ events }) => events === null);
  for (const piece of plain) writePlain(writer, points, piece);
  for (const region of regions) writeRegion(writer, points, region);
  return {
    lines: writer.finish(),
    diagnostics: [
      ...plain.map((piece) => tooDense(points, piece)),
      ...resolve(found, points),
      ...unclosedMarkup(points, found.unclosed),
    ],
  };
}

function writePlain(writer: LineWriter, points: Points, { start, end }: Extent): void {
  for (const { value, position } of readLines(points.document.slice(start, end))) {
    const from = start + position.start.offset;
    const text = new InlineText(points);
    text.addPrinted(from, from + value.replace(/(?<![\r\n])[\r\n]+$/, '').length);
    writer.add({ kind: 'paragraph' }, from, from + value.length, text);
  }
}

function writeRegion(writer: LineWriter, points: Points, { kind, start, end, key, words, quote }: Region): void {
  if (key === undefined || words === undefined) writer.add({ kind }, start, end);
  else writer.add({ kind, key }, start, end, fieldValue(points, words, quote ?? ''));
}

// Inside of quotes a quote is doubled, or has a backslash before it.
function fieldValue(points: Points, { start, end }: Extent, quote: string): InlineText {
  const text = new InlineText(points);
  const escaped = quote === "'" ? /''/g : /\\["\\]/g;
  let at = start;
  if (quote !== '')
    for (const match of points.document.slice(start, end).matchAll(escaped)) {
      text.addPrinted(at, start + match.index);
      text.addFor(match[0].charAt(1), start + match.index, start + match.index + 2);
      at = start + match.index + 2;
    }
  text.addPrinted(at, end);
  return text;
}

/** Fills in where labels lead, and names those that lead nowhere in one diagnostic. */
function resolve({ references, definitions }: Found, points: Points): Diagnostic[] {
  const missing = new Map<string, Reference>();
  for (const reference of references) {
    const definition = definitions.get(reference.label);
    if (definition !== undefined) Object.assign(reference.target, definition);
    else if (!missing.has(reference.label)) missing.set(reference.label, reference);
  }
  return undefinedIn([...missing.values()], points);
}

const mostNamed = 30;

function undefinedIn(references: readonly Reference[], points: Points): Diagnostic[] {
  const [first] = references;
  if (first === undefined) return [];
  const names = references.slice(0, mostNamed).map(({ printed }) => `'${printed.replace(/\s{1,80}/g, ' ')}'`);
  const more = references.length > mostNamed ? ` and ${references.length - mostNamed} more` : '';
  const message = `Nothing defines ${names.join(', ')}${more}; add lines such as '[${first.printed}]: address', or write the addresses in their places.`;
  return [diagnostic('UNDEFINED_REFERENCE', message, spanOf(points, first.start, first.end))];
}

function tooDense(points: Points, { start, end }: Extent): Diagnostic {
  const message =
    'This block is too long or too dense to be read as Markdown, and is taken as it stands; part it with blank lines.';
  return diagnostic('MARKUP_NOT_READ', message, spanOf(points, start, end));
}

function spanOf(points: Points, start: number, end: number): Span {
  const { line, column } = points.at(start);
  return { start, end, line, column };
}
