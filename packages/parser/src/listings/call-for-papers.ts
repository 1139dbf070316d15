import { type FoundDay, findPrintedDays } from '../dates/printed-day.js';
import { resolveYears } from '../events/resolve-year.js';
import type { EventKind } from '../reading.js';
import { formatDay, parseDay } from '../text/calendar.js';
import type { Extent } from '../tree.js';
import { type ListedLine, type ListedWords, wordsIn } from './listed-line.js';

/** A call for papers: the last day on which one may hand something in, `YYYY-MM-DD`. It has no beginning. */
export interface ListedCall {
  readonly kind: EventKind & 'CALL_FOR_PAPERS';
  readonly startsOn: null;
  readonly endsOn: string;
  /** What calls, without the deadline. */
  readonly title: ListedWords;
  readonly url: string | null;
  /** The line from its title to its deadline. */
  readonly evidence: Extent;
}

/** The call of a line, or why there is none. */
export type CallLine = { readonly call: ListedCall } | NoCall;

/** Why a line is no call with a deadline. */
export interface NoCall {
  readonly call: null;
  readonly reason: /** Nothing says that papers, talks or proposals are called for. */
    | 'NO_CALL'
    /** No day is printed, or none until which the call is open. */
    | 'NO_DEADLINE'
    /** The deadline is not settled yet. */
    | 'DATE_UNDECIDED'
    /** No year is printed, and no day of an issue tells it. */
    | 'YEAR_UNKNOWN'
    /** Nothing names what calls. */
    | 'NO_TITLE';
}

/** What stands around a line. */
export interface CallLineContext {
  /** The day of the issue, `YYYY-MM-DD`; null where it is not known. */
  readonly issuedOn: string | null;
  /** The nearest heading above; under 'Calls for Proposals' a line need not say so again. Null without one. */
  readonly heading: string | null;
}

/**
 * Reads a call for papers with its deadline.
 *
 * ```text
 * [LampConf Call for Proposals (By 2031-05-26)](url)       [LampConf CFP](url) is open until April 30!
 * [LampConf](url) | CFP closes 2031-05-01 | Oslo, NO       LampConf call for speakers, deadline: May 1, 2031
 * ```
 *
 * Calls for participation are no calls for papers. Never throws; linear in the length of the line.
 */
export function readCallLine(line: ListedLine, { issuedOn, heading }: CallLineContext): CallLine {
  const { text } = line;
  if (!isCall(text) && !(heading !== null && isCall(heading))) return { call: null, reason: 'NO_CALL' };
  const deadline = deadlineIn(text);
  if (deadline === null) return { call: null, reason: undecided.test(text) ? 'DATE_UNDECIDED' : 'NO_DEADLINE' };
  const issued = issuedOn === null ? null : parseDay(issuedOn);
  const dates = resolveYears({ ...deadline.day, first: deadline.day, last: null }, issued, 'coming');
  if (typeof dates === 'string') return { call: null, reason: 'YEAR_UNKNOWN' };
  const title = titleOf(line, deadline);
  if (title === null) return { call: null, reason: 'NO_TITLE' };
  const url = (line.links.find(({ start, end }) => start <= title.start && end > title.start) ?? line.links[0])?.url;
  const evidence = { start: Math.min(title.start, deadline.start), end: Math.max(title.end, deadline.day.end) };
  const endsOn = formatDay(dates.first);
  return { call: { kind: 'CALL_FOR_PAPERS', startsOn: null, endsOn, title, url: url ?? null, evidence } };
}

/** Whether words call for papers, proposals, talks or speakers, or say 'CFP'. */
export function isCall(text: string): boolean {
  return calling.test(text);
}

const calling =
  /\bcalls? for (?:\w+ )?(?:papers?|proposals?|speakers?|talks?|submissions?|presentations?|abstracts?|contributions?|sessions?|tutorials?|posters?)\b|\b(?:CFPs?|CfPs?|C4P)\b(?! for the)/i;
const undecided = /\b(?:TB[ADC]|to be (?:announced|decided|determined|confirmed))\b/i;
const untilWords =
  /(?:\b(?:by|until|till|through|clos(?:es?|ed|ing)|ends?|ending|due|deadline|before|last day|extended to|open to)\b[\s:*]{0,4}(?:(?:is|are|on|at|the|date|has been extended to|was extended to|extended to|in)\b[\s:*]{0,3}){0,3}(?:(?:the )?(?:end|midnight|night) (?:of|on) )?)$/i;
const rangeWords = /^\s{0,2}(?:-|–|—|to|until|till|through)\s{0,2}$/i;
const deadlineBehind = /^\s?(?:\(?(?:is the )?deadline\b|\(?(?:is the )?closing date\b)/i;

interface Deadline extends Extent {
  readonly day: FoundDay;
}

/** The first day with a word for an end before or behind it, or at the end of a range. */
function deadlineIn(text: string): Deadline | null {
  const days = findPrintedDays(text);
  for (const [index, day] of days.entries()) {
    const previous = days[index - 1]?.end ?? 0;
    const before = text.slice(Math.max(previous, day.start - 60), day.start);
    const until = untilWords.exec(before);
    if (until !== null) return { start: day.start - until[0].length, end: day.end, day };
    if (previous > 0 && rangeWords.test(text.slice(previous, day.start)))
      return { start: days[index - 1]?.start ?? day.start, end: day.end, day };
    if (deadlineBehind.test(text.slice(day.end, day.end + 24))) return { start: day.start, end: day.end, day };
  }
  return null;
}

/** The first link's words, or what stands before the deadline, or behind it; without a bracket that holds the deadline. */
function titleOf({ text, links }: ListedLine, deadline: Deadline): ListedWords | null {
  const [link] = links;
  const [from, to] = link === undefined ? [0, text.length] : [link.start, link.end];
  const before = trimmed(text, from, Math.min(to, deadline.start));
  if (before !== null) return before;
  // 'Closes 2031-05-01: [LampConf call for speakers](url)'
  return link === undefined || link.start < deadline.end
    ? trimmed(text, deadline.end, Math.max(deadline.end, to))
    : trimmed(text, link.start, link.end);
}

/** The words without what leads over to the deadline: marks, 'is open', and a field that says 'CFP' again. */
function trimmed(text: string, from: number, to: number): ListedWords | null {
  let start = from;
  while (start < to && mark.test(text.charAt(start))) start++;
  let end = withoutMarks(text, start, to);
  for (const tail of tails) {
    const found = tail.exec(text.slice(Math.max(start, end - 60), end));
    if (found !== null) end = withoutMarks(text, start, end - found[0].length);
  }
  return wordsIn(text, start, Math.max(start, end));
}

const mark = /[\s|,:;([)\]*–—-]/u;
const tails = [
  /\s(?:(?:which|that|and|it)\s)?(?:is|are|remains?)(?:\s(?:now|still))?(?:\sopen)?$/i,
  /\s(?:now\s)?opens?$/i,
  /\s[|–—-]\s(?:the\s)?(?:CFP|C4P|submissions?|proposals?)$/i,
];

function withoutMarks(text: string, start: number, to: number): number {
  let end = to;
  while (end > start && closes(text, start, end)) end--;
  return end;
}

function closes(text: string, start: number, end: number): boolean {
  const last = text.charAt(end - 1);
  // A bracket that was opened among the words belongs to them.
  if (last === ')' || last === ']')
    return !text.slice(Math.max(start, end - 80), end).includes(last === ')' ? '(' : '[');
  return mark.test(last);
}
