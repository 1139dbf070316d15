import type { EventKind, EventMode, PlaceReading } from '../reading.js';
import { parseDay } from '../text/calendar.js';
import type { Extent } from '../tree.js';
import { readEventFields } from './event-fields.js';
import { readEventWords } from './event-words.js';
import { type ListedDays, type NoDaysReason, readListedDays } from './listed-days.js';
import type { ListedLine, ListedWords } from './listed-line.js';
import { modeOf } from './listed-place.js';
import { titleMode } from './title-mode.js';

/** What a line of an event section announces. Days are `YYYY-MM-DD`, the same for a single day. */
export interface ListedEvent {
  readonly kind: EventKind;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly title: ListedWords;
  /** Without words for the mode: 'Virtual' alone is no place. */
  readonly place: PlaceReading | null;
  readonly placeWords: ListedWords | null;
  readonly mode: EventMode | null;
  /** Several are apart by ', '; their words reach from the first to the last. */
  readonly organizer: ListedWords | null;
  readonly url: string | null;
  /** What it was read from: the line from its date on, and the nested line that holds its title. */
  readonly evidence: readonly Evidence[];
}

/** Words of a line; `line` is 0 for the line itself, 1 for the first that is nested under it. */
export interface Evidence extends Extent {
  readonly line: number;
}

/** The events of a line, one for each nested line that holds a title; or why there is none, and the words that say so. */
export type EventLine = { readonly events: readonly ListedEvent[] } | NoEvent;

/** Why a line is no event, with the words of the line that say so. */
export interface NoEvent extends Extent {
  readonly events: null;
  readonly reason: NoDaysReason | 'NO_TITLE';
}

/** What stands around a line. */
export interface EventLineContext {
  /** The day of the issue, `YYYY-MM-DD`; null where it is not known. */
  readonly issuedOn: string | null;
  /** The nearest heading above; 'Online' or 'Virtual' say how one takes part. Null without one. */
  readonly heading: string | null;
}

/** What was read behind the days of a line. Titles have the link that leads to the event. */
export interface EventParts {
  readonly titles: readonly { readonly words: ListedWords; readonly url: string | null }[];
  readonly place: PlaceReading | null;
  readonly placeWords: ListedWords | null;
  readonly mode: EventMode | null;
  readonly organizer: ListedWords | null;
}

/**
 * Reads one line of a list of events. It must begin with a date; what follows stands in fields or in words.
 *
 * ```text
 * 2031-01-04 | Virtual (Lanternport, FI) | [Quay Coders](url)        fields: place | organizer
 *     [Rust by Lamplight](url)                                       nested: titles
 * December 15, 2031 | Oslo, NO | Lamps and Locks | Quay Coders       fields: place | title | organizer
 * January 7, Oslo, NO - Lamps and Locks - Quay Coders                words:  place - title - organizer
 * 1/11. Quay Coders Meetup                                           words:  title, perhaps with a place in it
 * ```
 *
 * Never throws; linear in the length of the line.
 */
export function readEventLine(line: ListedLine, { issuedOn, heading }: EventLineContext): EventLine {
  const days = readListedDays(line.text, issuedOn === null ? null : parseDay(issuedOn));
  if ('reason' in days) return { events: null, ...days };
  const range = { start: days.end, end: lastIndex(line.text, days.end, endOfEvent(line, days)) };
  const isInFields = /^[\s)*\].,]*\|/.test(line.text.slice(range.start, range.start + 20));
  const parts = isInFields ? readEventFields(line, range) : readEventWords(line, range, days.isMonthSlashDay);
  if (parts.titles.length === 0) return { events: null, reason: 'NO_TITLE', start: days.start, end: range.end };
  const around = heading === null ? null : headingMode(heading);
  return { events: parts.titles.map((title) => eventOf(days, range, parts, title, around)) };
}

/** A heading says how one takes part where it has no other words: 'Online', 'Virtual Events'. */
export function headingMode(heading: string): EventMode | null {
  const rest = heading.replace(/\b(?:virtual|online|remote|hybrid|in[\s-]?person|events?|and|meetups?)\b/gi, '');
  return /\p{L}/u.test(rest) ? null : modeOf(heading);
}

/** Where one link holds the date and all behind it, what follows that link is a remark. */
function endOfEvent({ text, links }: ListedLine, days: ListedDays): number {
  return links.find((link) => link.start <= days.start && link.end >= days.end)?.end ?? text.length;
}

function eventOf(
  days: ListedDays,
  range: Extent,
  parts: EventParts,
  title: EventParts['titles'][number],
  around: EventMode | null,
): ListedEvent {
  const { words, url } = title;
  const evidence = [{ line: 0, start: days.start, end: range.end }];
  if (words.line > 0) evidence.push({ line: words.line, start: words.start, end: words.end });
  return {
    kind: 'MEETING',
    startsOn: days.startsOn,
    endsOn: days.endsOn,
    title: words,
    place: parts.place,
    placeWords: parts.placeWords,
    mode: bothModes(parts.mode, titleMode(words.value)) ?? around,
    organizer: parts.organizer,
    url,
    evidence,
  };
}

/** A title may say 'hybrid' of what is listed among virtual events; else the place is the nearer witness. */
function bothModes(place: EventMode | null, title: EventMode | null): EventMode | null {
  return title === 'HYBRID' ? title : (place ?? title);
}

function lastIndex(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /[\s*|]/.test(text.charAt(last - 1))) last--;
  return last;
}
