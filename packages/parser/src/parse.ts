import { buildTree } from './build/build-tree.js';
import { classify } from './classify.js';
import { diagnostic } from './diagnostic-codes.js';
import type { Layout } from './layout.js';
import { getLayout, layouts } from './layouts.js';
import { readLines } from './lines.js';
import type { ParsedDocument } from './parsed-document.js';

/** How to parse. */
export interface ParseOptions {
  /** Name of a layout; without it the one that explains the most lines, of equals the first in {@link layouts}. */
  readonly layout?: string;
}

/**
 * Parses a document into a lossless tree. No string is refused: what is not understood is raw, with a diagnostic.
 * Time and memory grow linearly with the document.
 *
 * Throws UnknownLayoutError (UNKNOWN_LAYOUT) where a layout is named that there is none of.
 */
export function parse(document: string, options: ParseOptions = {}): ParsedDocument {
  if (options.layout !== undefined) return parseIn(getLayout(options.layout), document);
  const parsed = layouts.map((layout) => parseIn(layout, document));
  const best = parsed.reduce((left, right) => (share(right) > share(left) ? right : left));
  return share(best) < 0.5 ? withLowCoverage(best) : best;
}

function parseIn(layout: Layout, document: string): ParsedDocument {
  const lines = readLines(document).map((line) => classify(line, layout));
  return { layout: layout.name, layoutVersion: layout.version, ...buildTree(lines, layout) };
}

function share({ coverage }: ParsedDocument): number {
  return coverage.lines === 0 ? 1 : coverage.attributed / coverage.lines;
}

function withLowCoverage(parsed: ParsedDocument): ParsedDocument {
  const { attributed, lines } = parsed.coverage;
  const message = `The layout '${parsed.layout}' fits best and explains ${attributed} of ${lines} lines; name another, or check the file.`;
  return { ...parsed, diagnostics: [diagnostic('LOW_COVERAGE', message, null), ...parsed.diagnostics] };
}
