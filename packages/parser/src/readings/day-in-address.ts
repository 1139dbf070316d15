import { formatDay, isCalendarDay } from '../text/calendar.js';

const forms = [
  /\/(?<year>(?:19|20)\d{2})[/-]?(?<month>\d{2})[/-]?(?<day>\d{2})(?=[/._-]|$)/,
  /\/[a-z]{0,2}(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})[_-]/,
];

/**
 * The day in the path of a page's address, `YYYY-MM-DD`; null without one.
 *
 * ```text
 * https://lanternport.example/bulletin/20310402/opens-late.html
 *                                      ^^^^^^^^
 * ```
 */
export function dayInAddress(address: string): string | null {
  const path = URL.canParse(address) ? new URL(address).pathname : '';
  for (const form of forms) {
    const { year, month, day } = form.exec(path)?.groups ?? {};
    const found = { year: Number(year), month: Number(month), day: Number(day) };
    if (isCalendarDay(found)) return formatDay(found);
  }
  return null;
}
