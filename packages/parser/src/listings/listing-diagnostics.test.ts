import { expect, it } from 'vitest';
import { readCallLine } from './call-for-papers.js';
import { readEventLine } from './event-line.js';
import { listingDiagnostic, pastDiagnostic } from './listing-diagnostics.js';

const span = { start: 3, end: 9, line: 2, column: 1 };
const context = { issuedOn: '2031-12-17', heading: null };

it.each([
  ['Lamp Night', 'EVENT_LINE_UNDATED', 'INFO'],
  ['TBD, Oslo, NO - Lamp Night', 'EVENT_DATE_UNDECIDED', 'INFO'],
  ['2/30. Lamp Night', 'EVENT_DATE_INVALID', 'WARNING'],
  ['2031-03-05 - 2031-03-01 | Oslo, NO | Lamp Night', 'EVENT_DATES_REVERSED', 'WARNING'],
  ['12/20.', 'EVENT_WITHOUT_TITLE', 'WARNING'],
])('the event line %j gives the diagnostic %s', (text, code, severity) => {
  const read = readEventLine({ text, links: [], nested: [] }, context);
  if (read.events !== null) throw new Error(`'${text}' is read as an event.`);
  const found = listingDiagnostic(read, text, span);
  expect(found).toMatchObject({ code, severity, span });
  expect(found?.message).toContain(text);
});

it.each([
  ['LampConf CFP: TBD', 'EVENT_DATE_UNDECIDED'],
  ['LampConf CFP is open', 'CALL_WITHOUT_DEADLINE'],
  ['Lamp sale', undefined],
])('the call line %j gives the diagnostic %s', (text, code) => {
  const read = readCallLine({ text, links: [], nested: [] }, context);
  if (read.call !== null) throw new Error(`'${text}' is read as a call.`);
  expect(listingDiagnostic(read, text, span)?.code).toBe(code);
});

it.each([
  ['2030-12-20 | Oslo, NO | Lamp Night', 362],
  ['2031-12-02 | Oslo, NO | Lamp Night', 15],
  ['2031-12-03 | Oslo, NO | Lamp Night', undefined],
  ['2031-11-01 - 2031-12-20 | Oslo, NO | Lamp Night', undefined],
])('of the event line %j it is told how long before the issue it was: %j', (text, days) => {
  const [event] = readEventLine({ text, links: [], nested: [] }, context).events ?? [];
  if (event === undefined) throw new Error(`'${text}' is read as no event.`);
  const issued = { year: 2031, month: 12, day: 17 };
  const found = pastDiagnostic(event, issued, text, span);
  expect(found?.code).toBe(days === undefined ? undefined : 'EVENT_LONG_PAST');
  if (days !== undefined) expect(found?.message).toContain(`${event.endsOn}, ${days} days before`);
  expect(pastDiagnostic(event, null, text, span)).toBeNull();
});
