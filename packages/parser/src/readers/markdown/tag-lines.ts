import type { Line } from '../../lines.js';
import type { TurnPlace } from '../../markup.js';
import type { Extent } from '../../tree.js';
import { InlineText } from '../inline-text.js';
import type { Points } from '../points.js';
import type { LineSetting, TagRule } from '../reader.js';
import { labelsUsed } from './definitions.js';
import type { Found } from './found.js';
import { writePiece } from './handlers.js';
import { type IncludeTag, readIncludeTag, type TagArgument } from './include-tag.js';
import { LineWriter } from './line-writer.js';
import { isReasonable } from './parse-events.js';
import { parsePiece } from './parse-piece.js';
import { writePlain } from './plain-lines.js';
import type { Region } from './region.js';
import { withVariables } from './variables.js';
import { Walk } from './walk.js';

/** A tag whose arguments are words of the issue. Its extent is the run of whole lines that it stands on. */
export interface SpokenTag extends Extent {
  readonly tag: IncludeTag;
  readonly rule: TagRule;
}

/** The tags among a document's regions that these rules are for. */
export function findSpokenTags(document: string, regions: readonly Region[], rules: readonly TagRule[]): SpokenTag[] {
  if (rules.length === 0) return [];
  return regions.flatMap((region): SpokenTag[] => {
    const tag = region.kind === 'template' ? readIncludeTag(document, region) : null;
    const rule = rules.find(({ includes }) => includes === tag?.includes);
    return tag === null || rule === undefined ? [] : [{ start: region.start, end: region.end, tag, rule }];
  });
}

/** What arguments are read with. */
export interface TagReading {
  readonly points: Points;
  readonly setting: LineSetting;
  readonly found: Found;
  /** Whether a normalised label leads somewhere in the document. */
  readonly isDefined: (label: string) => boolean;
}

/**
 * Writes the lines of a tag: each question and each answer as Markdown of its own, what else is in it as asides. They may begin and end within a
 * physical line. Returns the arguments that are too long or too dense to be read so, and are taken as they stand.
 */
export function writeTag(spoken: SpokenTag, writer: LineWriter, reading: TagReading): readonly Extent[] {
  const { points } = reading;
  const isIndented = /\s/.test(points.document.charAt(spoken.start));
  const plain: Extent[] = [];
  for (const { argument, ...part } of partsOf(spoken, points)) {
    const turn = argument === null ? null : turnOf(spoken, argument.name);
    const own = new LineWriter(points, part);
    if (argument === null || argument.quote === null || turn === null)
      own.add({ kind: 'template' }, part.start, part.end);
    else if (turn.kind === 'answerLink') writeAddress(own, argument.value, reading);
    else if (!writeWords(own, argument, reading)) plain.push(argument.value);
    // What looks like a heading in an argument opens no section.
    writer.addLines(
      own.finish().map(withoutHeading),
      turn === null ? {} : { turn: { ...turn, opens: true, isIndented } },
    );
  }
  return plain;
}

function withoutHeading(line: Line): Line {
  return line.block?.kind === 'heading' ? { ...line, block: { ...line.block, kind: 'paragraph' } } : line;
}

interface TagPart extends Extent {
  /** Null for head and end of the tag. */
  readonly argument: TagArgument | null;
}

/** Head, arguments and end of a tag: cut before the line on which each begins, or where another one is on it before the name. */
function partsOf({ tag, start, end }: SpokenTag, points: Points): TagPart[] {
  const starts: { readonly at: number; readonly argument: TagArgument | null }[] = [{ at: start, argument: null }];
  let behind = start + 1;
  const cut = (at: number, argument: TagArgument | null): void => {
    const lineStart = points.startOf(points.lineAt(at));
    starts.push({ at: lineStart < behind ? at : lineStart, argument });
    behind = argument?.end ?? at;
  };
  for (const argument of tag.arguments) cut(argument.start, argument);
  if (tag.close < end) cut(tag.close, null);
  return starts.map(({ at, argument }, index) => ({ start: at, end: starts[index + 1]?.at ?? end, argument }));
}

function turnOf({ rule, start }: SpokenTag, name: string): Pick<TurnPlace, 'kind' | 'key'> | null {
  for (const kind of ['question', 'answer', 'answerLink'] as const) {
    const turn = rule[kind]?.exec(name)?.groups?.['turn'];
    if (turn !== undefined) return { kind, key: `${start}:${turn}` };
  }
  return null;
}

/** False where the words are no Markdown that a person may have written. */
function writeWords(own: LineWriter, { value, quote }: TagArgument, reading: TagReading): boolean {
  const { points, setting, found, isDefined } = reading;
  const source = points.document.slice(value.start, value.end);
  if (!isReasonable(source)) {
    writePlain(own, points, value);
    return false;
  }
  const labels = labelsUsed(source, isDefined);
  const leads = new Set(labels);
  for (const { start, events } of parsePiece(points.document, { ...value, joints: [] }, labels, (label) =>
    leads.has(label),
  ))
    writePiece(events, new Walk(points, start, own, setting, found, quote));
  return true;
}

function writeAddress(own: LineWriter, value: Extent, { points, found }: TagReading): void {
  const printed = points.document.slice(value.start, value.end);
  const start = value.start + printed.length - printed.trimStart().length;
  const url = printed.trim();
  if (/\s/.test(url)) {
    writePlain(own, points, value);
    return;
  }
  const text = new InlineText(points);
  text.addPrinted(start, start + url.length);
  text.mark({ kind: 'link', target: { url: withVariables(url, found.variables), title: null } }, 0);
  own.add({ kind: 'paragraph' }, start, start + url.length, text);
}
