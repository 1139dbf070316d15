import { diagnostic } from '../diagnostic-codes.js';
import { clausesOf, type DateClause, nearestWords } from '../events/date-clause.js';
import { dateRole } from '../events/date-role.js';
import { type DateWords, findDateWords, mayHoldDate } from '../events/date-words.js';
import { type DateMeaning, dateMeaning } from '../events/event-kind.js';
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
    for (const { event, continues } of eventsIn(line, title, context)) events.add(event, continues);
  }
  return events.toArray();
}

function eventsIn(line: Words, title: string, context: EventContext): ToldEvent[] {
  const sentences = sentencesOf(line.text);
  const texts = sentences.map(({ start, end }) => line.text.slice(start, end));
  return sentences.flatMap(({ start }, index) => {
    const sentence = texts[index] ?? '';
    if (!mayHoldDate(sentence) || !spend(context, line)) return [];
    const near = texts.slice(Math.max(0, index - 2), index + 4).filter((text) => !mayHoldDate(text));
    return eventsOf({ line, start, sentence, near, title }, context);
  });
}

/** A sentence with dates in it. */
interface DatedSentence {
  readonly line: Words;
  /** Its index in the line. */
  readonly start: number;
  readonly sentence: string;
  /** Sentences about it that hold no date. */
  readonly near: readonly string[];
  readonly title: string;
}

/** An event, and whether its clause has the subject of the one before. */
interface ToldEvent {
  readonly event: EventReading;
  readonly continues: boolean;
}

function eventsOf(dated: DatedSentence, context: EventContext): ToldEvent[] {
  const { sentence, title } = dated;
  const clauses = clausesOf(sentence, findDateWords(sentence));
  let previous: DateMeaning | null = null;
  if (/^Last year(?:['’]s)?\b/.test(sentence)) return [];
  return clauses.map(withNewDay).flatMap((clause) => {
    const role = clause.words.last === null ? dateRole(clause.before, clause.after) : 'range';
    const meaning: DateMeaning | null = dateMeaning(clause, role, { sentence, title, previous });
    previous = meaning;
    if (meaning === null) return [];
    const event = eventOf({ ...dated, clause }, meaning, context);
    return event === null ? [] : [{ event, continues: meaning.continues }];
  });
}

// 'extended from March 3 to March 10', 'moved from …': the second day holds instead of the first.
function withNewDay(clause: DateClause): DateClause {
  const { last } = clause.words;
  const moved = /\b(extended|postponed|moved|rescheduled|put off|pushed back|brought forward)\sfrom\s(?:the\s)?$/i;
  const verb = last === null ? null : moved.exec(clause.before);
  if (verb === null || last === null) return clause;
  const before = `${clause.before.slice(0, verb.index)}${verb[1]} to `;
  return { ...clause, before, words: { ...clause.words, first: last, last: null } };
}

interface DatePlace extends DatedSentence {
  readonly clause: DateClause;
}

function eventOf(at: DatePlace, { kind, role }: DateMeaning, context: EventContext): EventReading | null {
  const { clause, sentence, near, title } = at;
  const { words } = clause;
  const around = clause.before + clause.after;
  const dates = resolveYears(words, context.issued, kind === 'COMMENT_DEADLINE' ? 'coming' : tenseOf(around));
  if (typeof dates === 'string') return noteUnresolved(at, dates, context);
  if (isHistory(words, dates, context.issued)) return null;
  const isPlaced = kind !== 'COMMENT_DEADLINE' && kind !== 'EFFECTIVE_DATE' && kind !== 'RELEASE';
  return {
    kind,
    title,
    ...datesOf(kind, role, dates),
    place: isPlaced ? readPlace(nearestWords(clause), near) : null,
    mode: isPlaced ? readMode([around, ...near].join(' ')) : null,
    organizer: isPlaced ? readOrganizer([around, ...near]) : null,
    url: null,
    evidence: spanOf(at.line, at.start, at.start + sentence.length),
  };
}

function datesOf(
  kind: EventKind,
  role: DateMeaning['role'],
  { first, last }: ResolvedDates,
): Pick<EventReading, 'startsOn' | 'endsOn'> {
  if (kind === 'COMMENT_DEADLINE') return { startsOn: null, endsOn: formatDay(last ?? first) };
  if (last !== null) return { startsOn: formatDay(first), endsOn: formatDay(last) };
  if (role === 'start' || (kind === 'EFFECTIVE_DATE' && role === 'on'))
    return { startsOn: formatDay(first), endsOn: null };
  return { startsOn: role === 'end' ? null : formatDay(first), endsOn: formatDay(first) };
}

function isHistory({ first: printed }: DateWords, { first, last }: ResolvedDates, issued: CalendarDay | null): boolean {
  if (printed.yearFromIssue !== null && printed.yearFromIssue < 0) return true;
  return issued !== null && daysBetween(last ?? first, issued) > oldest;
}

function noteUnresolved(
  { line, start, clause: { words }, sentence }: DatePlace,
  why: 'unknown' | 'reversed',
  { diagnostics }: EventContext,
): null {
  const printed = sentence.slice(words.start, words.end);
  const span = spanOf(line, start + words.start, start + words.end);
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
