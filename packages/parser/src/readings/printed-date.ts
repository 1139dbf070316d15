import { monthNumber } from '../dates/calendar-words.js';
import { diagnostic } from '../diagnostic-codes.js';
import type { Layout } from '../layout.js';
import type { Read } from '../reading.js';
import type { Diagnostic } from '../source.js';
import { formatDay, isCalendarDay } from '../text/calendar.js';
import { halfWidth } from '../text/half-width.js';
import { spanOf, type Words } from '../text/words.js';

/**
 * The date printed on the title line, else on a line before the first heading; null without one or where it is no day.
 *
 * ```text
 * Harbour Weekly (Issue 7) ( 2031.04.02 )
 *                            ^^^^^^^^^^
 * ```
 */
export function readPrintedDate(
  lines: readonly Words[],
  layout: Layout,
  diagnostics: Diagnostic[],
): Read<string> | null {
  for (const line of lines) {
    for (const pattern of layout.printedDates) {
      const match = pattern.exec(halfWidth(line.text));
      if (match?.groups === undefined) continue;
      const span = dateSpan(line, match[0], match.index);
      const day = {
        year: Number(match.groups['year']),
        month: monthNumber(match.groups['month'] ?? ''),
        day: Number(match.groups['day']),
      };
      if (isCalendarDay(day)) return { value: formatDay(day), span };
      diagnostics.push(
        diagnostic(
          'INVALID_DATE',
          `The printed date '${match[0].trim()}' is not in the calendar; mend it or give the date.`,
          span,
        ),
      );
    }
  }
  return null;
}

// The brackets around a date are no words of it.
function dateSpan(line: Words, printed: string, index: number) {
  const inner = /[\d\p{L}][^()（）]*[\d日]/u.exec(printed);
  const start = index + (inner?.index ?? 0);
  return spanOf(line, start, start + (inner?.[0].length ?? printed.length));
}
