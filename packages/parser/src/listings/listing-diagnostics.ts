import { type DiagnosticCode, diagnostic } from '../diagnostic-codes.js';
import type { Diagnostic, Span } from '../source.js';
import type { NoCall } from './call-for-papers.js';
import type { NoEvent } from './event-line.js';

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
  const words = text.length > mostWords ? `${text.slice(0, mostWords)}…` : text;
  return diagnostic(found.code, `'${words}' ${found.about}`, span);
}

const mostWords = 60;
