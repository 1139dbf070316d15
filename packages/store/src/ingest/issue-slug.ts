import type { IssueReading } from '@broadsheet/parser';
import type { Given } from '../editorial/records.js';
import { nameKey } from '../identity/slug.js';

/** A slug that an issue may have, and what it is made of. */
export interface SlugCandidate {
  readonly slug: string;
  readonly from: 'NUMBER' | 'MONTH' | 'DAY' | 'TITLE';
}

/**
 * The slugs that an issue may have where none is given, the best first: its number ('41'), where that counts all issues; month and number
 * in it ('2023-09-2'); its day ('2023-09-13'), printed or given; its title. The day in an address is none: a page may be filed long after.
 * @see docs/adr/0011-issue-slugs.md
 */
export function slugCandidates(reading: IssueReading, given: Given): readonly SlugCandidate[] {
  const day = reading.publishedOn?.value ?? given.published_on;
  const number = certainNumber(reading, given);
  const month = monthSlug(reading);
  return [
    ...(number === undefined ? [] : [{ slug: String(number), from: 'NUMBER' } as const]),
    ...(month === undefined ? [] : [{ slug: month, from: 'MONTH' } as const]),
    ...(day === undefined ? [] : [{ slug: day, from: 'DAY' } as const]),
    { slug: nameKey(reading.title.value), from: 'TITLE' },
  ];
}

/** The number of an issue where it is sure to count all issues. */
export function certainNumber({ number, numberCounts }: IssueReading, given: Given): number | undefined {
  if (number === null) return given.number;
  return numberCounts === 'ALL' ? number.value : undefined;
}

/** `2023-09-2`: the month of an issue and its number in it, where both are printed. */
export function monthSlug({ number, numberCounts, monthCount }: IssueReading): string | undefined {
  // A reading of an earlier version does not know of months.
  if (monthCount === null || monthCount === undefined) return undefined;
  const { year, month } = monthCount.value;
  const count = monthCount.value.number ?? (numberCounts === 'MONTH' ? number?.value : undefined);
  if (count === undefined) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${count}`;
}
