const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

// Letter case counts: 'may 5' and 'march 5' are no days.
const spellings = months
  .flatMap((name) => [name, ...(name === 'September' ? ['Sept'] : []), name.slice(0, 3)])
  .flatMap((name) => [name, name.toUpperCase()]);

/** A month's name or its short form, as pattern source. A point behind a short form is not part of it. */
export const monthWord = `(?:${spellings.join('|')})`;

/** A weekday's name or its short form, with the point behind it, as pattern source. */
export const weekdayWord = '(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?)';

/** The number of a month, from 1, by a name or figure that {@link monthWord} or `\d{1,2}` fits. */
export function monthNumber(printed: string): number {
  if (/^\d/.test(printed)) return Number(printed);
  const start = printed.slice(0, 3).toLowerCase();
  return months.findIndex((name) => name.toLowerCase().startsWith(start)) + 1;
}
