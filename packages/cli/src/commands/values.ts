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

/** An instant to come, RFC 3339, as the value of a flag: `90d`, `12h`, or a date, which begins in UTC. */
export function expiry(text: string): string {
  const instant = instantOf(text, 1);
  if (Date.parse(instant) > Date.now()) return instant;
  throw new InvalidArgumentError('That is over already.');
}

/** An instant that was, RFC 3339, as the value of a flag: `90d` or `12h` ago, or a date, which begins in UTC. */
export function past(text: string): string {
  return instantOf(text, -1);
}

const HOUR_MS = 3_600_000;

function instantOf(text: string, direction: 1 | -1): string {
  const [, count, unit] = /^(\d{1,5})([hd])$/.exec(text) ?? [];
  if (count === undefined) {
    try {
      return `${calendarDate(text)}T00:00:00Z`;
    } catch {
      throw new InvalidArgumentError('It takes hours or days as in 12h and 90d, or a date such as 2027-01-01.');
    }
  }
  const length = Number(count) * (unit === 'd' ? 24 * HOUR_MS : HOUR_MS);
  return new Date(Date.now() + direction * length).toISOString();
}

/** Texts with commas between, as the value of a flag. */
export function listOfTexts(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
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
