import { buildTree } from './build/build-tree.js';
import { buildMarkedTree } from './build/marked/build-marked-tree.js';
import { isNamed } from './build/marked/is-recognised.js';
import { withWholeAddresses } from './build/marked/whole-addresses.js';
import { chooseLayout } from './choose-layout.js';
import { classify } from './classify.js';
import type { DocumentFormat } from './format.js';
import { inOrder } from './in-order.js';
import type { Layout } from './layout.js';
import { getLayout, layouts } from './layouts.js';
import { findPageBody } from './page-body.js';
import type { ParsedDocument } from './parsed-document.js';
import { openDocument } from './readers/open-document.js';
import type { Reader } from './readers/reader.js';

/** How to parse. */
export interface ParseOptions {
  /**
   * Name of a layout; without it the one whose periodical the title in the front matter names, else the one that explains the most lines,
   * of equals the first in {@link layouts}.
   */
  readonly layout?: string;
  /** What the document is written in; plain text unless given. */
  readonly format?: DocumentFormat;
}

/**
 * Parses a document into a lossless tree. No string is refused: what is not understood is raw, with a diagnostic.
 * Time and memory grow linearly with the document.
 *
 * Throws UnknownLayoutError (UNKNOWN_LAYOUT) where a layout is named that there is none of.
 */
export function parse(document: string, options: ParseOptions = {}): ParsedDocument {
  const format = options.format ?? 'TEXT';
  const reader = openDocument(document, format);
  if (options.layout !== undefined) return parseIn(getLayout(options.layout), reader);
  const fitting = layoutsOf(format);
  const named = fitting.find((layout) => isNamedIn(layout, reader));
  if (named !== undefined) return parseIn(named, reader);
  return chooseLayout(fitting.map((layout) => parseIn(layout, reader)));
}

/** A document in every layout of its format. */
export interface Trial {
  readonly tried: readonly ParsedDocument[];
  /** As {@link parse} gives it. */
  readonly chosen: ParsedDocument;
  /** Whether its title names the periodical, which leaves nothing to choose. */
  readonly isNamed: boolean;
}

/** Parses a document in every layout of its format, and chooses as {@link parse} does. */
export function parseInAll(document: string, format: DocumentFormat = 'TEXT'): Trial {
  const reader = openDocument(document, format);
  const fitting = layoutsOf(format);
  const tried = fitting.map((layout) => parseIn(layout, reader));
  const named = tried[fitting.findIndex((layout) => isNamedIn(layout, reader))];
  return { tried, chosen: named ?? chooseLayout(tried), isNamed: named !== undefined };
}

/** Parses a document in a layout that need not be in the list: one that is being written. Its reading is {@link readWith}. */
export function parseWith(layout: Layout, document: string, format: DocumentFormat = 'TEXT'): ParsedDocument {
  return parseIn(layout, openDocument(document, format));
}

function layoutsOf(format: DocumentFormat): readonly Layout[] {
  const fitting = layouts.filter(({ formats }) => formats.includes(format));
  return fitting.length === 0 ? layouts : fitting;
}

/** A title that names the periodical leaves nothing to choose. */
function isNamedIn({ marked, setting }: Layout, reader: Reader): boolean {
  return marked !== undefined && isNamed(reader.read(setting, marked.tags).lines, marked);
}

function parseIn(layout: Layout, reader: Reader): ParsedDocument {
  const { marked } = layout;
  const { lines, diagnostics, page } = reader.read(layout.setting, marked?.tags);
  const whole = marked === undefined ? lines : withWholeAddresses(lines, marked.site);
  const classified = whole.map((line) => classify(line, layout));
  const body = page === undefined ? { lines: classified, diagnostics: [] } : findPageBody(classified, page);
  const built = marked === undefined ? buildTree(body.lines, layout) : buildMarkedTree(body.lines, layout, marked);
  return {
    layout: layout.name,
    layoutVersion: layout.version,
    ...built,
    diagnostics: inOrder([...diagnostics, ...body.diagnostics, ...built.diagnostics]),
  };
}
