import { diagnostic } from '../diagnostic-codes.js';
import { type DateRole, dateRole } from '../events/date-role.js';
import { type DateWords, findDateWords, mayHoldDate } from '../events/date-words.js';
import { eventKind } from '../events/event-kind.js';
import { EventList } from '../events/event-list.js';
import { readMode, readOrganizer } from '../events/event-mode.js';
import { readPlace } from '../events/event-place.js';
import { type ResolvedDates, resolveYears } from '../events/resolve-year.js';
import { tenseOf } from '../events/tense.js';
import type { EventKind, EventReading } from '../reading.js';
import type { Diagnostic } from '../source.js';
import { type CalendarDay, daysBetween, formatDay } from '../text/calendar.js';
import { sentencesOf } from '../text/sentences.js';
import { spanOf, type Words } from '../text/words.js';

/** So many sentences with dates are read in one issue; what a person prints stays far below. */
export const mostDatedSentences = 1000;

/** What the events of all items of an issue have in common. */
export interface EventContext {
  /** The day of the issue: printed, else given. Null leaves dates without a year unresolved. */
  readonly issued: CalendarDay | null;
  /** How many sentences may still be read. */
  budget: number;
  readonly diagnostics: Diagnostic[];
}

/** What happened longer ago than this many days before the issue is history, not an event. */
const oldest = 366;

/**
 * The dated events that an item's text announces. The evidence is the sentence that holds the date; a beginning and a
 * later end of the same kind are one event, whose evidence runs from the one sentence to the other.
 *
 * ```text
 * Starting March 3, the Lighthouse Museum will present its lamps.
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ EXHIBITION from 2031-03-03
 * ```
 */
export function readEvents(title: string, lines: readonly Words[], context: EventContext): readonly EventReading[] {
  const events = new EventList();
  for (const line of lines) {
    if (!mayHoldDate(line.text)) continue;
    for (const event of eventsIn(line, title, context)) events.add(event);
  }
  return events.toArray();
}

function eventsIn(line: Words, title: string, context: EventContext): EventReading[] {
  const sentences = sentencesOf(line.text);
  const texts = sentences.map(({ start, end }) => line.text.slice(start, end));
  return sentences.flatMap(({ start, end }, index) => {
    const sentence = texts[index] ?? '';
    if (!mayHoldDate(sentence) || !spend(context, line)) return [];
    const near = texts.slice(Math.max(0, index - 2), index + 4).filter((text) => text !== sentence);
    const at = { sentence, near, title, evidence: spanOf(line, start, end) };
    return findDateWords(sentence).flatMap((words, which, all) => {
      const event = eventOf({ ...at, words, previous: all[which - 1], next: all[which + 1] }, context);
      return event === null ? [] : [event];
    });
  });
}

interface DatePlace {
  readonly words: DateWords;
  readonly previous: DateWords | undefined;
  readonly next: DateWords | undefined;
  readonly sentence: string;
  readonly near: readonly string[];
  readonly title: string;
  readonly evidence: EventReading['evidence'];
}

function eventOf(place: DatePlace, context: EventContext): EventReading | null {
  const { words, sentence, near, title, evidence } = place;
  const before = sentence.slice(place.previous?.end ?? 0, words.start);
  const after = sentence.slice(words.end, place.next?.start ?? sentence.length);
  const role = words.last === null ? dateRole(before, after) : 'range';
  const kind = role === 'none' ? null : eventKind({ clause: `${before} ${after}`, sentence, title }, role);
  if (kind === null || role === 'none') return null;
  const dates = resolveYears(words, context.issued, kind === 'COMMENT_DEADLINE' ? 'coming' : tenseOf(sentence));
  if (typeof dates === 'string') return noteUnresolved(place, dates, context);
  if (isHistory(dates, context.issued)) return null;
  const isPlaced = kind !== 'COMMENT_DEADLINE' && kind !== 'EFFECTIVE_DATE' && kind !== 'RELEASE';
  return {
    kind,
    title,
    ...datesOf(kind, role, dates),
    place: isPlaced ? readPlace(sentence, near) : null,
    mode: isPlaced ? readMode([sentence, ...near].join(' ')) : null,
    organizer: isPlaced ? readOrganizer([sentence, ...near]) : null,
    url: null,
    evidence,
  };
}

function datesOf(
  kind: EventKind,
  role: DateRole | 'range',
  { first, last }: ResolvedDates,
): Pick<EventReading, 'startsOn' | 'endsOn'> {
  if (kind === 'COMMENT_DEADLINE') return { startsOn: null, endsOn: formatDay(last ?? first) };
  if (last !== null) return { startsOn: formatDay(first), endsOn: formatDay(last) };
  if (kind === 'EFFECTIVE_DATE' || role === 'start') return { startsOn: formatDay(first), endsOn: null };
  return { startsOn: role === 'end' ? null : formatDay(first), endsOn: formatDay(first) };
}

function isHistory({ first, last }: ResolvedDates, issued: CalendarDay | null): boolean {
  return issued !== null && daysBetween(last ?? first, issued) > oldest;
}

function noteUnresolved(
  { words, sentence, evidence }: DatePlace,
  why: 'unknown' | 'reversed',
  { diagnostics }: EventContext,
): null {
  const printed = sentence.slice(words.start, words.end);
  const span = {
    ...evidence,
    start: evidence.start + words.start,
    end: evidence.start + words.end,
    column: evidence.column + words.start,
  };
  const unknown = diagnostic(
    'EVENT_YEAR_UNKNOWN',
    `No year is known for '${printed}'; give the date of the issue.`,
    span,
  );
  const reversed = diagnostic('EVENT_DATES_REVERSED', `'${printed}' ends before it begins; mend the dates.`, span);
  diagnostics.push(why === 'unknown' ? unknown : reversed);
  return null;
}

function spend(context: EventContext, line: Words): boolean {
  context.budget--;
  if (context.budget === -1) {
    const message = `More than ${mostDatedSentences} sentences hold dates; from here on no events are read. Cut the document in two.`;
    context.diagnostics.push(diagnostic('EVENT_LIMIT', message, spanOf(line)));
  }
  return context.budget >= 0;
}
