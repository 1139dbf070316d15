import { expect, it } from 'vitest';
import { readCallLine } from './call-for-papers.js';
import { readEventLine } from './event-line.js';
import { listingDiagnostic } from './listing-diagnostics.js';

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
