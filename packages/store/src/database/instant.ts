import { StoreError } from './store-error.js';

const PRINTED = /^(\d{4,6})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?([+-])(\d\d)(?::(\d\d))?(?::(\d\d))?$/;

/**
 * An instant as PostgreSQL prints it (`2025-12-17 08:00:00.5+08`, in whatever time zone the session has) as RFC 3339 in UTC with
 * microseconds: `2025-12-17T00:00:00.500000Z`. `infinity` and `-infinity` stay as they are.
 *
 * @throws {StoreError} VALUE_OUT_OF_RANGE for years before 1 or after 9999, and for a DateStyle that is not ISO.
 */
export function readInstant(printed: string): string {
  if (printed.endsWith('infinity')) return printed;
  const match = PRINTED.exec(printed);
  if (match === null) throw unreadable(printed);
  const [, year, month, day, hour, minute, second, fraction = '', sign, ...offset] = match;
  const utc = Date.UTC(2000, Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const [hours = 0, minutes = 0, seconds = 0] = offset.map((part) => Number(part ?? 0));
  const shift_ms = ((hours * 60 + minutes) * 60 + seconds) * 1000 * (sign === '+' ? 1 : -1);
  // The year is set apart, because Date.UTC takes the years 0 to 99 for those of the last century.
  const date = new Date(utc);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  const iso = new Date(date.getTime() - shift_ms).toISOString();
  if (iso.length !== 24) throw unreadable(printed);
  return `${iso.slice(0, 19)}.${fraction.padEnd(6, '0')}Z`;
}

function unreadable(printed: string): StoreError {
  return new StoreError(
    'VALUE_OUT_OF_RANGE',
    `The database gave the instant ‘${printed}’, which is not in the form of DateStyle ISO or not between the years 1 and 9999.`,
    { value: printed },
  );
}
