import { diagnostic } from '../diagnostic-codes.js';
import type { Read } from '../reading.js';
import type { Diagnostic } from '../source.js';
import { spanOf, type Words } from '../text/words.js';

/**
 * The name on a source line, as printed.
 *
 * ```text
 * Source: Harbour Office
 *         ^^^^^^^^^^^^^^
 * ```
 */
export function readAttribution(line: Words, diagnostics: Diagnostic[]): Read<string>[] {
  if (line.text !== '') return [{ value: line.text, span: spanOf(line) }];
  diagnostics.push(
    diagnostic('EMPTY_SOURCE_LINE', 'The source line names nobody; write the name or take it out.', spanOf(line)),
  );
  return [];
}
