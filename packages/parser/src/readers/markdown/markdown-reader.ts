import { diagnostic } from '../../diagnostic-codes.js';
import type { Diagnostic, Span } from '../../source.js';
import type { Extent } from '../../tree.js';
import { InlineText } from '../inline-text.js';
import { Points } from '../points.js';
import type { LineSetting, Reader, ReadLines, TagRule } from '../reader.js';
import { unclosedMarkup } from '../unclosed-markup.js';
import { labelsIn } from './definitions.js';
import type { Found, Reference } from './found.js';
import { writePiece } from './handlers.js';
import { LineWriter } from './line-writer.js';
import { isReasonable } from './parse-events.js';
import { parsePiece } from './parse-piece.js';
import { cutPieces, outsideOfRegions } from './pieces.js';
import type { MarkupEvent } from './plain/markup-event.js';
import { writePlain } from './plain-lines.js';
import type { Region } from './region.js';
import { writeSimpleItems } from './simple-list.js';
import { findSpokenTags, type SpokenTag, writeTag } from './tag-lines.js';
import { variablesIn } from './variables.js';
import { Walk } from './walk.js';

/** A piece with its tokens: 'simple' where none are needed, null where what of it is Markdown is taken as plain text. */
type ParsedPiece = Extent &
  (
    | { readonly events: readonly MarkupEvent[] | 'simple' }
    | { readonly events: null; readonly markdown: readonly Extent[] }
  );

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
    const markdown = outsideOfRegions(piece);
    if (!isReasonable(markdown.map((run) => masked.slice(run.start, run.end)).join('')))
      return [{ start, end, events: null, markdown }];
    return parsePiece(masked, piece, labels, (label) => defined.has(label));
  });
  const opened = { points, masked, regions, pieces: parsed, isDefined: (label: string) => defined.has(label) };
  const written: WrittenDocument[] = [];
  return {
    read: (setting, tags = noTags) => {
      const spoken = findSpokenTags(document, regions, tags);
      // Without such a tag a document has the same lines in all layouts of a setting.
      const by = { setting, tags: spoken.length === 0 ? noTags : tags };
      const known = written.find((each) => each.setting === by.setting && each.tags === by.tags);
      if (known !== undefined) return known.read;
      const read = write(opened, setting, spoken);
      written.push({ ...by, read });
      return read;
    },
  };
}

const noTags: readonly TagRule[] = [];

interface WrittenDocument {
  readonly setting: LineSetting;
  readonly tags: readonly TagRule[];
  readonly read: ReadLines;
}

interface OpenedDocument {
  readonly points: Points;
  readonly masked: string;
  readonly regions: readonly Region[];
  readonly pieces: readonly ParsedPiece[];
  readonly isDefined: (label: string) => boolean;
}

function write(
  { points, masked, regions, pieces, isDefined }: OpenedDocument,
  setting: LineSetting,
  spoken: readonly SpokenTag[],
): ReadLines {
  const writer = new LineWriter(points);
  const variables = variablesIn(points.document, regions);
  const found: Found = { references: [], definitions: new Map(), unclosed: [], variables, masked };
  const asTheyStand: Extent[] = [];
  for (const piece of pieces) {
    const { start, end, events } = piece;
    if (events === 'simple') writeSimpleItems(points, start, end, writer);
    else if (events !== null) writePiece(events, new Walk(points, start, writer, setting, found));
    else {
      for (const run of piece.markdown) writePlain(writer, points, run);
      asTheyStand.push({ start, end });
    }
  }
  const tags = new Map(spoken.map((tag) => [tag.start, tag]));
  for (const region of regions) {
    const tag = tags.get(region.start);
    if (tag === undefined || tag.tag.isBroken) writeRegion(writer, points, region);
    else asTheyStand.push(...writeTag(tag, writer, { points, setting, found, isDefined }));
  }
  return {
    lines: writer.finish(),
    diagnostics: [
      ...asTheyStand.map((run) => tooDense(points, run)),
      ...spoken.filter(({ tag }) => tag.isBroken).map((tag) => brokenTag(points, tag)),
      ...resolve(found, points),
      ...unclosedMarkup(points, found.unclosed),
    ],
  };
}

function writeRegion(writer: LineWriter, points: Points, { kind, start, end, key, words, quote }: Region): void {
  if (key === undefined || words === undefined) writer.add({ kind }, start, end);
  else writer.add({ kind, key }, start, end, fieldValue(points, words, quote ?? ''));
}

// Inside of quotes a quote is doubled, or has a backslash before it.
function fieldValue(points: Points, { start, end }: Extent, quote: string): InlineText {
  const text = new InlineText(points);
  if (quote === '') text.addPrinted(start, end);
  else text.addUnescaped(start, end, quote === "'" ? /''/g : /\\["\\]/g);
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
  const labels = references.slice(0, mostNamed).map(({ printed }) => printed.replace(/\s{1,80}/g, ' '));
  const names = labels.map((label) => `'${label}'`);
  const more = references.length > mostNamed ? ` and ${references.length - mostNamed} more` : '';
  const message = `Nothing defines ${names.join(', ')}${more}; add lines such as '[${labels[0]}]: address', or write the addresses in their places.`;
  return [diagnostic('UNDEFINED_REFERENCE', message, spanOf(points, first.start, first.end))];
}

function tooDense(points: Points, { start, end }: Extent): Diagnostic {
  const message =
    'This block is too long or too dense to be read as Markdown, and is taken as it stands; part it with blank lines.';
  return diagnostic('MARKUP_NOT_READ', message, spanOf(points, start, end));
}

function brokenTag(points: Points, { tag: { includes, close }, start }: SpokenTag): Diagnostic {
  const { line, column } = points.at(close);
  const message = `The arguments of the tag '${includes}' cannot be read from line ${line}, column ${column} on, and no question is read from it; write each as name="value", with a closing quote, and a backslash before a quote inside.`;
  return diagnostic('TAG_NOT_READ', message, spanOf(points, start, close));
}

function spanOf(points: Points, start: number, end: number): Span {
  const { line, column } = points.at(start);
  return { start, end, line, column };
}
