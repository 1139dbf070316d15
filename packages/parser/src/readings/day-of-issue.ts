import { diagnostic } from '../diagnostic-codes.js';
import type { Read } from '../reading.js';
import type { Diagnostic } from '../source.js';
import { type CalendarDay, parseDay } from '../text/calendar.js';

/** The day by which dates without a year are read: the printed one, else the given one, else that in the address, else none. */
export function dayOfIssue(
  printed: Read<string> | null,
  given: string | null,
  inAddress: string | null,
  diagnostics: Diagnostic[],
): CalendarDay | null {
  const givenDay = given === null ? null : parseDay(given);
  if (given !== null && givenDay === null) {
    diagnostics.push(diagnostic('INVALID_DATE', `The given date '${given}' is no day; write it as 2031-04-02.`, null));
  }
  if (printed === null) return givenDay ?? fromAddress(given, inAddress, diagnostics);
  if (givenDay !== null && printed.value !== given) {
    const message = `The printed date ${printed.value} is used, not the given ${given}.`;
    diagnostics.push(diagnostic('DATE_DIFFERS', message, printed.span));
  }
  return parseDay(printed.value);
}

function fromAddress(given: string | null, inAddress: string | null, diagnostics: Diagnostic[]): CalendarDay | null {
  if (inAddress === null) return noteMissing(given, diagnostics);
  const message = `No date is printed; ${inAddress} is taken from the address. Give the date if it was put up on another day.`;
  diagnostics.push(diagnostic('DATE_FROM_ADDRESS', message, null));
  return parseDay(inAddress);
}

function noteMissing(given: string | null, diagnostics: Diagnostic[]): null {
  const message = 'No date is printed and none was given; give the date of the issue.';
  if (given === null) diagnostics.push(diagnostic('MISSING_DATE', message, null));
  return null;
}
