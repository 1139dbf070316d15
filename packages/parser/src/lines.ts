import type { LeafBase, Point } from './tree.js';

/**
 * One unit of a document that a layout looks at: in plain text a line, its ending (CRLF, CR or LF) included; only the
 * last may have none. In markup a paragraph or heading, or one printed line of it, or what stands between those. All
 * values joined are the document. A line with an ending ends where the next one starts.
 */
export type Line = LeafBase;

/** Cuts a document into lines. Joined again they are the document; an empty document has none. */
export function readLines(document: string): Line[] {
  const lines: Line[] = [];
  let start: Point = { line: 1, column: 1, offset: 0 };
  while (start.offset < document.length) {
    const end = endOfLine(document, start);
    lines.push({ value: document.slice(start.offset, end.offset), position: { start, end } });
    start = end;
  }
  return lines;
}

/** What a reader sees of a line: in plain text all of it. */
export function readableText({ value, inline }: Line): string {
  return inline === undefined ? value : inline.text;
}

function endOfLine(document: string, { line, offset }: Point): Point {
  for (let at = offset; at < document.length; at++) {
    const code = document.charCodeAt(at);
    if (code === 0x0a) return { line: line + 1, column: 1, offset: at + 1 };
    if (code === 0x0d)
      return { line: line + 1, column: 1, offset: document.charCodeAt(at + 1) === 0x0a ? at + 2 : at + 1 };
  }
  return { line, column: document.length - offset + 1, offset: document.length };
}
