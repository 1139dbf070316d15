import type { IssueReading } from '@broadsheet/parser';
import type { Given } from '../editorial/records.js';
import { nameKey } from '../identity/slug.js';

/** The slug of an issue where none is given: its number, else its day, else its title. */
export function issueSlug(reading: IssueReading, given: Given): string {
  const number = reading.number?.value ?? given.number;
  if (number !== undefined) return String(number);
  return reading.publishedOn?.value ?? given.published_on ?? nameKey(reading.title.value);
}
