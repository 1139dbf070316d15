import { diagnostic } from '../diagnostic-codes.js';
import type { LinkReading } from '../reading.js';
import type { Diagnostic } from '../source.js';
import { findAddresses, isAddress } from '../text/addresses.js';
import { spanOf, type Words } from '../text/words.js';

/** Every address in the words of one line, in printed order. The printed words are the link's text where they differ. */
export function readLinks(line: Words): LinkReading[] {
  return findAddresses(line.text).map(({ url, start, end }) => {
    const printed = line.text.slice(start, end);
    return { url, text: printed === url ? null : printed, span: spanOf(line, start, end) };
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
  const message = 'This address is not well formed; no link is made of it.';
  diagnostics.push(diagnostic('INVALID_ADDRESS', message, spanOf(line)));
  return [];
}
