import type { Extent } from '../tree.js';

/**
 * The part of `text` between `from` and `to` without blanks at either side; empty at `to` where all is blank.
 * Blank is what `String.prototype.trim` takes away (U+00A0 and U+FEFF among it) and zero-width space and joiner,
 * and the marks of direction that a page copied from elsewhere often has at both sides of a line.
 */
export function trimExtent(text: string, from = 0, to = text.length): Extent {
  let start = from;
  let end = to;
  while (start < end && isBlankCode(text.charCodeAt(start))) start++;
  while (end > start && isBlankCode(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

const wideSpace = /[\u00a0\u2007\u202f\u3000]/;

/** The same text, code unit for code unit, with the no-break and wide spaces as plain spaces: offsets stay true. */
export function plainSpaces(text: string): string {
  return wideSpace.test(text) ? text.replace(new RegExp(wideSpace, 'g'), ' ') : text;
}

function isBlankCode(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0xa0) return false;
  if (code === 0xa0 || code === 0xfeff || code === 0x3000 || code === 0x1680) return true;
  return (code >= 0x2000 && code <= 0x200b) || code === 0x2028 || code === 0x2029 || isRareBlank(code);
}

function isDirectionMark(code: number): boolean {
  return code === 0x200e || code === 0x200f || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

function isRareBlank(code: number): boolean {
  return code === 0x202f || code === 0x205f || code === 0x2060 || isDirectionMark(code);
}
