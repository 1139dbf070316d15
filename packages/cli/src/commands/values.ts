import { type DocumentFormat, documentFormats } from '@broadsheet/parser';
import { InvalidArgumentError } from 'commander';

/** A whole number from 0 to 999999999, as the value of a flag. */
export function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It takes a whole number.');
}

/** A calendar date that exists, as the value of a flag. */
export function calendarDate(text: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  // 2025-02-30 is read as a day of March.
  if (day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)) return text;
  throw new InvalidArgumentError('It takes a calendar date such as 2025-12-17.');
}

/** One more value of a flag that may be given several times. */
export function several(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** What a document is written in, as the value of a flag. */
export function documentFormat(text: string): DocumentFormat {
  const format = documentFormats.find((known) => known.toLowerCase() === text.toLowerCase());
  if (format !== undefined) return format;
  throw new InvalidArgumentError(`It takes ${documentFormats.map((known) => known.toLowerCase()).join(', ')}.`);
}
