import type { DateForm } from '../layout.js';
import { readCallLine } from '../listings/call-for-papers.js';
import { type ListedEvent, readEventLine } from '../listings/event-line.js';
import type { ListedLine, ListedWords } from '../listings/listed-line.js';
import { listingDiagnostic, pastDiagnostic } from '../listings/listing-diagnostics.js';
import type { EventReading, LinkReading, Read } from '../reading.js';
import type { Span } from '../source.js';
import { formatDay } from '../text/calendar.js';
import { addressOf, marksOf } from '../text/marks.js';
import { trimExtent } from '../text/trim.js';
import { lineOf, spanOf, type Words, wordsIn } from '../text/words.js';
import { hasWords, type ItemNode, type WordsLeaf } from '../tree.js';
import type { ItemContext, ItemPlace } from './item.js';
import { readLinks } from './links.js';

/** What an item of a list says of its dates, in a form of its own and not in sentences. */
export interface ListedReading {
  /** Of the first event. */
  readonly title: Read<string>;
  readonly link: LinkReading | null;
  readonly events: readonly EventReading[];
}

/** A listed line with the words of its lines: itself, then those nested under it. */
interface Listed {
  readonly line: ListedLine;
  readonly words: readonly Words[];
}

/**
 * The events of an item of a list of events, or the call for papers that it is; null where it tells no day, with a diagnostic where it
 * seems to.
 *
 * ```text
 * * 2031-01-04 | Oslo, NO | [Quay Coders](url)
 *     * [Lamps and locks](url)
 * ```
 */
export function readListed(
  node: ItemNode,
  dates: DateForm,
  { heading }: ItemPlace,
  { issued, diagnostics }: ItemContext,
): ListedReading | null {
  const listed = listedLine(node);
  const [first] = listed.words;
  if (first === undefined) return null;
  const around = { issuedOn: issued === null ? null : formatDay(issued), heading: heading?.text ?? null };
  const told = dates === 'eventLine' ? readEventLine(listed.line, around) : { events: null };
  if (told.events !== null) {
    const past = told.events.flatMap((event) => pastDiagnostic(event, issued, first.text, spanOf(first)) ?? []);
    diagnostics.push(...past.slice(0, 1));
    return readingOf(told.events, listed);
  }
  const answer = readCallLine(listed.line, around);
  const { call } = answer;
  if (call !== null) return readingOf([{ ...noPlace, ...call, evidence: [{ line: 0, ...call.evidence }] }], listed);
  const said = 'reason' in told ? told : answer;
  const found = 'reason' in said ? listingDiagnostic(said, first.text, spanOf(first)) : null;
  if (found !== null) diagnostics.push(found);
  return null;
}

const noPlace = { place: null, mode: null, organizer: null };

type Told = Pick<ListedEvent, 'kind' | 'endsOn' | 'title' | 'place' | 'mode' | 'organizer' | 'url' | 'evidence'> & {
  readonly startsOn: string | null;
};

function readingOf(events: readonly Told[], { words }: Listed): ListedReading | null {
  const [first] = events;
  if (first === undefined) return null;
  const links = words.flatMap(readLinks);
  return {
    title: { value: first.title.value, span: spanOfWords(first.title, words) },
    link: links.find(({ url }) => url === first.url) ?? null,
    events: events.map(({ kind, title, startsOn, endsOn, place, mode, organizer, url, evidence }) => ({
      kind,
      title: title.value,
      startsOn,
      endsOn,
      place,
      mode,
      organizer: organizer?.value ?? null,
      url,
      evidence: spanOfEvidence(evidence, words),
    })),
  };
}

/** From the first words to the end of the last. */
function spanOfEvidence(evidence: ListedEvent['evidence'], words: readonly Words[]): Span {
  const spans = evidence.map((part) => spanOfWords(part, words));
  const [first] = spans;
  if (first === undefined) throw new RangeError('listed: an event has no evidence');
  return { ...first, end: Math.max(...spans.map(({ end }) => end)) };
}

function spanOfWords({ line, start, end }: Pick<ListedWords, 'line' | 'start' | 'end'>, words: readonly Words[]): Span {
  const printed = words[line];
  if (printed === undefined) throw new RangeError(`listed: there is no line ${line} of ${words.length}`);
  return spanOf(printed, start, end);
}

/** The first line of an item, with the lines that begin items of the list nested in it. */
function listedLine({ children }: ItemNode): Listed {
  const leaves = children.filter(hasWords);
  const depth = leaves[0]?.block?.list?.depth ?? 1;
  const nested = leaves.slice(1).filter(({ block }) => block?.list?.opens === true && block.list.depth === depth + 1);
  const words = [...leaves.slice(0, 1), ...nested].flatMap(wordsByBullet);
  const [first, ...below] = words.map(plainLine);
  return { line: { text: '', links: [], ...first, nested: below }, words };
}

/**
 * The words of a line, parted where a printed line of its paragraph begins with a bullet: one that is indented too far is no list to
 * Markdown, and one to its readers.
 */
function wordsByBullet(leaf: WordsLeaf): Words[] {
  const { inline } = leaf;
  if (inline === undefined) return [lineOf(leaf)];
  const cuts = inline.segments.flatMap(({ start, from }, index) => {
    const before = inline.segments[index - 1];
    const isNewLine = before !== undefined && from.line > before.from.line;
    return isNewLine && /^[*-]\s/.test(inline.text.slice(start, start + 2)) ? [start] : [];
  });
  const starts = [0, ...cuts.map((cut) => cut + 2)];
  return starts.map((start, index) => wordsIn(leaf, trimExtent(inline.text, start, cuts[index])));
}

function plainLine(words: Words): ListedLine {
  const links = marksOf(words).flatMap((mark) => {
    const url = mark.kind === 'link' ? addressOf(mark.target) : null;
    return url === null ? [] : [{ url, start: mark.start, end: mark.end }];
  });
  return { text: words.text, links, nested: [] };
}
