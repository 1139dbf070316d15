import type { Layout } from '../layout.js';
import type { Read } from '../reading.js';
import { spanOf, type Words } from '../text/words.js';

/**
 * The number printed on the title line, else on a line before the first heading, else the
 * field of the front matter that is a number; null without one.
 *
 * ```text
 * Harbour opens late (Issue 7)
 *                           ^
 * ```
 */
export function readIssueNumber(lines: readonly Words[], field: Words | null, layout: Layout): Read<number> | null {
  for (const line of lines) {
    for (const pattern of layout.issueNumbers) {
      const match = pattern.exec(line.text);
      const digits = match?.groups?.['number'];
      if (match === null || digits === undefined) continue;
      const start = match.index + match[0].lastIndexOf(digits);
      return { value: Number(digits), span: spanOf(line, start, start + digits.length) };
    }
  }
  if (field === null || !/^\d{1,9}$/.test(field.text)) return null;
  return { value: Number(field.text), span: spanOf(field) };
}
