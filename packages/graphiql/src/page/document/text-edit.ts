import type { ASTNode } from 'graphql';

/** What part of a text a node of its syntax tree stands in: half-open, in UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a node stands in the text that it was parsed from. Throws for a node that was made otherwise. */
export function rangeOf({ loc, kind }: ASTNode): Range {
  if (loc === undefined) throw new Error(`The ${kind} was not parsed from a text.`);
  return loc;
}

/** The text with a range replaced. */
export function replaceRange(text: string, { start, end }: Range, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/**
 * The text without a range. Where nothing else but a comment about it stands on its lines, they go whole; else the blanks after it go too.
 */
export function removeRange(text: string, { start, end }: Range): string {
  const lineStart = startOfLine(text, start);
  const after = /^[ \t,]*(?:#[^\n]*)?(?:\n|$)/.exec(text.slice(end));
  if (after && text.slice(lineStart, start).trim() === '') {
    return replaceRange(text, { start: lineStart, end: end + after[0].length }, '');
  }
  const blanks = /^[ \t,]*/.exec(text.slice(end))?.[0].length ?? 0;
  return replaceRange(text, { start, end: end + blanks }, '');
}

/** The offset at which the line of an offset begins. */
export function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The blanks that the line of an offset begins with. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(startOfLine(text, offset)))?.[0] ?? '';
}

/** Lines set in by an indent, the first among them. */
export function setIn(lines: string, indent: string): string {
  return lines.replace(/^(?=.)/gm, indent);
}
