import type { IssueReading } from '@broadsheet/parser';
import { publishedOn } from '../editorial/published-on.js';
import type { Given } from '../editorial/records.js';
import { findAlike } from '../identity/alike.js';
import { looksOf } from '../identity/items.js';
import { certainNumber, monthSlug } from './issue-slug.js';

/** What decides whether two documents are of one issue. */
export interface IssueEvidence {
  readonly reading: IssueReading;
  readonly given: Given;
}

export type Verdict = 'SAME' | 'OTHER' | 'UNCLEAR';

/** Days that the date of one issue may be mended by. */
const FAR_APART_DAYS = 45;
/** Below so many items it says nothing that two documents share none, and little that they share one. */
const FEW_ITEMS = 3;

/**
 * Whether a document is of the issue that has its slug; UNCLEAR where what is printed speaks for both.
 *
 * | numbers | days | items | |
 * | --- | --- | --- | --- |
 * | differ | the same | most alike, and not few | SAME: the number was mended |
 * | differ | else | | OTHER |
 * | the same | the same | | SAME |
 * | not sure | the same or unknown | none alike, and not few | UNCLEAR |
 * | the same | unknown | none alike, and not few | UNCLEAR |
 * | | the same or unknown | else | SAME |
 * | | differ | most alike, at most 45 days apart | SAME: the date was mended |
 * | | differ | most alike, further apart | UNCLEAR |
 * | | differ | else | OTHER |
 *
 * @see docs/adr/0011-issue-slugs.md
 */
export function compareIssues(before: IssueEvidence, now: IssueEvidence): Verdict {
  const items = compareItems(before.reading, now.reading);
  const numbers = compareNumbers(before, now);
  const days = daysApart(before, now);
  if (numbers === 'DIFFER') return days === 0 && items.mostAlike && !items.few ? 'SAME' : 'OTHER';
  if (days === 0 && numbers === 'EQUAL') return 'SAME';
  if (days === 0 || days === undefined) return items.noneAlike && !items.few ? 'UNCLEAR' : 'SAME';
  if (!items.mostAlike) return 'OTHER';
  return days <= FAR_APART_DAYS ? 'SAME' : 'UNCLEAR';
}

/** Whether a document is of an issue that has its day alone: most of several items must be alike. */
export function isSameOfDay(before: IssueEvidence, now: IssueEvidence): boolean {
  const items = compareItems(before.reading, now.reading);
  return daysApart(before, now) === 0 && items.mostAlike && !items.few;
}

/** Whether both are sure of their number, or their month and number in it, and agree. */
export function compareNumbers(before: IssueEvidence, now: IssueEvidence): 'EQUAL' | 'DIFFER' | 'NOT_SURE' {
  const [a, b] = [before, now].map(({ reading, given }) => certainNumber(reading, given));
  if (a !== undefined && b !== undefined) return a === b ? 'EQUAL' : 'DIFFER';
  const [c, d] = [before, now].map(({ reading }) => monthSlug(reading));
  return c !== undefined && c === d ? 'EQUAL' : 'NOT_SURE';
}

function daysApart(before: IssueEvidence, now: IssueEvidence): number | undefined {
  const [a, b] = [before, now].map(({ reading, given }) => publishedOn(reading, given));
  return a === undefined || b === undefined ? undefined : Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

function compareItems(before: IssueReading, now: IssueReading) {
  const [known, looks] = [looksOf(before), looksOf(now)];
  const pairs = findAlike(looks, known, (a, b) => b.score - a.score);
  const alike = Math.min(new Set(pairs.map(({ look }) => look)).size, new Set(pairs.map((pair) => pair.known)).size);
  const fewer = Math.min(known.length, looks.length);
  return { mostAlike: alike * 2 >= fewer, noneAlike: alike === 0, few: fewer < FEW_ITEMS };
}
