import { diagnostic } from '../diagnostic-codes.js';
import type { LinkReading } from '../reading.js';
import type { Diagnostic } from '../source.js';
import { findAddresses, isAddress } from '../text/addresses.js';
import { addressOf, marksOf } from '../text/marks.js';
import { spanOf, type Words } from '../text/words.js';

/**
 * Every address in the words of one line, in printed order: those that markup links to, and those that are printed. The
 * printed words are the link's text where they differ.
 */
export function readLinks(line: Words): LinkReading[] {
  const marked = marksOf(line).flatMap((mark) => {
    const url = mark.kind === 'link' ? addressOf(mark.target) : null;
    return url === null ? [] : [{ url, start: mark.start, end: mark.end }];
  });
  let next = 0;
  const printed = findAddresses(line.text).filter(({ start, end }) => {
    while ((marked[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    return (marked[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
  const all = [...marked, ...printed].sort((a, b) => a.start - b.start);
  return all.map(({ url, start, end }) => {
    const words = line.text.slice(start, end);
    return { url, text: words === url ? null : words, span: spanOf(line, start, end) };
  });
}

/**
 * The link that an address line is; none, with a diagnostic, where it is no well-formed address.
 *
 * ```text
 * https://harbour.example/notice
 * ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function readLinkLine(line: Words, diagnostics: Diagnostic[]): LinkReading[] {
  const links = readLinks(line);
  if (links.length > 0 && isAddress(line.text)) return links.slice(0, 1);
  diagnostics.push(invalidAddress(line));
  return [];
}

/** Says that a line that is to be an address is none. */
export function invalidAddress(line: Words): Diagnostic {
  const message = 'This address is not well formed; no link is made of it.';
  return diagnostic('INVALID_ADDRESS', message, spanOf(line));
}
