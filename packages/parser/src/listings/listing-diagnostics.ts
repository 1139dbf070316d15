import { type DiagnosticCode, diagnostic } from '../diagnostic-codes.js';
import type { Diagnostic, Span } from '../source.js';
import { type CalendarDay, daysBetween, parseDay } from '../text/calendar.js';
import { shorten } from '../text/shorten.js';
import type { NoCall } from './call-for-papers.js';
import type { ListedEvent, NoEvent } from './event-line.js';

interface Told {
  readonly code: DiagnosticCode;
  /** The thing and the fix; the line's words come before it. */
  readonly about: string;
}

const told: Readonly<Record<NoEvent['reason'] | NoCall['reason'], Told | null>> = {
  NO_DATE: { code: 'EVENT_LINE_UNDATED', about: 'begins with no date; no event is made of it. Print a date first.' },
  DATE_UNDECIDED: {
    code: 'EVENT_DATE_UNDECIDED',
    about: 'has no settled date; no event is made of it until one is printed.',
  },
  NOT_A_DAY: { code: 'EVENT_DATE_INVALID', about: 'begins with a date that is in no calendar; mend the date.' },
  YEAR_UNKNOWN: { code: 'EVENT_YEAR_UNKNOWN', about: 'has a date without a year; give the date of the issue.' },
  DATES_REVERSED: { code: 'EVENT_DATES_REVERSED', about: 'ends before it begins; mend the dates.' },
  NO_TITLE: { code: 'EVENT_WITHOUT_TITLE', about: 'has a date and no title; print what happens on it.' },
  // A line that calls for nothing is no fault.
  NO_CALL: null,
  NO_DEADLINE: {
    code: 'CALL_WITHOUT_DEADLINE',
    about: 'calls for papers and names no last day; no event is made of it until one is printed.',
  },
};

/** What a user should know of a line that is no event or no call; null where there is nothing to say. */
export function listingDiagnostic({ reason }: NoEvent | NoCall, text: string, span: Span): Diagnostic | null {
  const found = told[reason];
  if (found === null) return null;
  return diagnostic(found.code, `'${shorten(text)}' ${found.about}`, span);
}

/** An issue may tell of what has just been. */
const longPast = 14;

/** What a user should know of an event that was over long before the issue came: a year or a month may be misprinted. */
export function pastDiagnostic(
  { endsOn }: Pick<ListedEvent, 'endsOn'>,
  issued: CalendarDay | null,
  text: string,
  span: Span,
): Diagnostic | null {
  const last = parseDay(endsOn);
  if (issued === null || last === null) return null;
  const days = daysBetween(last, issued);
  if (days <= longPast) return null;
  const message = `'${shorten(text)}' is dated ${endsOn}, ${days} days before the issue; mend the date if it is misprinted.`;
  return diagnostic('EVENT_LONG_PAST', message, span);
}
