import { buildTree } from './build/build-tree.js';
import { chooseLayout } from './choose-layout.js';
import { classify } from './classify.js';
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
  return chooseLayout(layouts.map((layout) => parseIn(layout, document)));
}

function parseIn(layout: Layout, document: string): ParsedDocument {
  const lines = readLines(document).map((line) => classify(line, layout));
  return { layout: layout.name, layoutVersion: layout.version, ...buildTree(lines, layout) };
}
