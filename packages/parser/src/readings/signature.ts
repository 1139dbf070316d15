import type { Layout } from '../layout.js';
import type { BylineReading } from '../reading.js';
import { spanOf, type Words } from '../text/words.js';

/**
 * Who signed a quote, with where it was said, in the form that the layout tells; null where it has none or the line is of another.
 *
 * ```text
 * – Ada Quill on the harbour log
 *   ^^^^^^^^^    ^^^^^^^^^^^^^^^
 * ```
 */
export function readSignature(line: Words, { marked }: Layout): BylineReading[] | null {
  for (const form of marked?.signatures ?? []) {
    const { name, affiliation } = form.exec(line.text)?.groups ?? {};
    if (name === undefined) continue;
    return [{ printed: line.text, name, affiliation: affiliation ?? null, span: spanOf(line) }];
  }
  return null;
}
