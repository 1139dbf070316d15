import type { Diagnostic, Severity, Span } from './source.js';

/** Every code that parser and readings can give, with its severity and what a user is to do about it. */
export const diagnosticCodes = {
  NO_HEADING: {
    severity: 'ERROR',
    about: 'No heading of the layout stands in the document; choose another layout or check the file.',
  },
  LOW_COVERAGE: {
    severity: 'WARNING',
    about: 'No layout explains even half of the lines; the one used is the least bad.',
  },
  UNDEFINED_REFERENCE: {
    severity: 'INFO',
    about: 'Links of Markdown name labels that nothing in the document defines; their words are kept without a link.',
  },
  MARKUP_NOT_READ: {
    severity: 'WARNING',
    about: 'A block is too long or too dense for the reader of its format, and is taken as plain text.',
  },
  TAG_NOT_READ: {
    severity: 'WARNING',
    about: 'A tag that hands on questions and answers is not written as one can be read; all of it is left aside.',
  },
  UNCLOSED_MARKUP: {
    severity: 'WARNING',
    about: 'A tag or comment of HTML has no end of its own, and words behind it may be taken for a part of it.',
  },
  OUTSIDE_ISSUE: {
    severity: 'INFO',
    about: 'Lines of a saved page stand around the issue, such as navigation, and are left out.',
  },
  LAYOUT_TIE: {
    severity: 'WARNING',
    about: 'Two layouts explain the document equally well; name the one that it is in.',
  },
  UNREAD_LINES: { severity: 'WARNING', about: 'Lines that the layout does not explain; they stay in the tree as raw.' },
  STRAY_KEYWORD_LINE: { severity: 'WARNING', about: 'A keyword line stands under no item.' },
  STRAY_SOURCE_LINE: { severity: 'WARNING', about: 'A source line stands under no item.' },
  STRAY_MARK: { severity: 'WARNING', about: 'A continuation mark stands under no item.' },
  UNKNOWN_HEADING: {
    severity: 'INFO',
    about: 'A short line before item 1 was taken for a heading that the layout does not know.',
  },
  UNNUMBERED_ITEM: {
    severity: 'INFO',
    about: 'A line before a keyword line was taken for a title though it has no number.',
  },
  NUMBER_OUT_OF_SEQUENCE: {
    severity: 'INFO',
    about: 'An item number does not follow the one before it in its section.',
  },
  MISSING_TITLE: {
    severity: 'WARNING',
    about: 'The document begins without a headline; its first words stand in for it.',
  },
  MISSING_NUMBER: { severity: 'WARNING', about: 'No issue number is printed; give one when the issue is ingested.' },
  NUMBER_DIFFERS: {
    severity: 'WARNING',
    about: 'Two lines print two issue numbers; the first is used, and the slug is not made of it.',
  },
  MISSING_DATE: {
    severity: 'WARNING',
    about: 'No date is printed and none was given; dates without a year cannot be resolved.',
  },
  INVALID_DATE: {
    severity: 'WARNING',
    about: 'The printed or the given date is not in the calendar and is left aside.',
  },
  DATE_DIFFERS: { severity: 'INFO', about: 'The printed date is not the one given; the printed one is used.' },
  DATE_FROM_ADDRESS: {
    severity: 'INFO',
    about: "No date is printed and none was given; the one in the page's address is used.",
  },
  MISSING_KEYWORDS: { severity: 'INFO', about: 'A brief has no keyword line.' },
  EMPTY_KEYWORD_LINE: { severity: 'INFO', about: 'A keyword line names no keyword.' },
  DUPLICATE_KEYWORD: { severity: 'INFO', about: 'A keyword is printed twice on one item; the first stands.' },
  MISSING_SOURCE: { severity: 'INFO', about: 'A brief or an interview names no source.' },
  EMPTY_SOURCE_LINE: { severity: 'INFO', about: 'A source line names no source.' },
  EMPTY_ITEM: { severity: 'INFO', about: 'An item has a title and no text.' },
  MISSING_LEAD_SENTENCE: {
    severity: 'WARNING',
    about: 'An interview begins with its question; the first words stand in for its title.',
  },
  MISSING_QUESTION: {
    severity: 'WARNING',
    about: 'An interview has no question, or an answer that no question precedes.',
  },
  UNANSWERED_QUESTION: { severity: 'WARNING', about: 'A question has no answer: the interview may be cut off.' },
  MISSING_BYLINE: { severity: 'INFO', about: 'An article names no author, or a quote nobody whose words it is.' },
  INVALID_ADDRESS: { severity: 'INFO', about: 'An address line is no well-formed address and gives no link.' },
  AMBIGUOUS_ABBREVIATION: { severity: 'INFO', about: 'One short form is defined twice with different long forms.' },
  EVENT_YEAR_UNKNOWN: {
    severity: 'WARNING',
    about: 'A date has no year, and no date of the issue tells it; no event is made of it.',
  },
  EVENT_DATES_REVERSED: {
    severity: 'WARNING',
    about: 'A range of dates ends before it begins; no event is made of it.',
  },
  EVENT_LONG_PAST: {
    severity: 'WARNING',
    about: 'A line of a list of events tells of a day long before the issue; the event is kept as it is printed.',
  },
  EVENT_LINE_UNDATED: {
    severity: 'INFO',
    about: 'A line of a list of events begins with no date; it is read as any other line.',
  },
  EVENT_DATE_UNDECIDED: {
    severity: 'INFO',
    about: "A line of a list says that its date is not settled yet ('TBD'); no event is made of it.",
  },
  EVENT_DATE_INVALID: {
    severity: 'WARNING',
    about: 'A line of a list begins with a date that is in no calendar; no event is made of it.',
  },
  EVENT_WITHOUT_TITLE: {
    severity: 'WARNING',
    about: 'A line of a list has a date, and nothing names what happens on it; no event is made of it.',
  },
  CALL_WITHOUT_DEADLINE: {
    severity: 'INFO',
    about: 'A call for papers names no day until which it is open; no event is made of it.',
  },
  EVENT_LIMIT: {
    severity: 'WARNING',
    about: 'More sentences with dates than are read for events; the rest is left unread.',
  },
} as const satisfies Record<string, { readonly severity: Severity; readonly about: string }>;

/** A stable code; see {@link diagnosticCodes} for what each means. */
export type DiagnosticCode = keyof typeof diagnosticCodes;

/** Whether a code is one of these. */
export function isDiagnosticCode(code: string): code is DiagnosticCode {
  return code in diagnosticCodes;
}

/** A diagnostic with the severity that the table gives its code. `message` names the thing, the place and the fix. */
export function diagnostic(code: DiagnosticCode, message: string, span: Span | null): Diagnostic {
  return { severity: diagnosticCodes[code].severity, code, message, span };
}
