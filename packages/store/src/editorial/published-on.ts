import type { IssueReading } from '@broadsheet/parser';
import type { Given } from './records.js';

/** The day of an issue, `YYYY-MM-DD`: as printed, else as given, else as its page's address says; undefined without one. */
export function publishedOn(reading: IssueReading, given: Given): string | undefined {
  // A reading of an earlier version does not know of addresses.
  return reading.publishedOn?.value ?? given.published_on ?? reading.dayInAddress ?? undefined;
}
