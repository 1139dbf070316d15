import type { InlineMark, LinkTarget } from '../markup.js';
import { findAddresses, isAddress } from './addresses.js';
import type { Words } from './words.js';

/** A mark of markup with indices in the words that it was asked for; a link leads to an address that can be followed. */
export type Mark = InlineMark;

/**
 * What the markup sets off in these words, in their order, the outer before the inner. Left out are links that lead to no
 * http, https or mailto address, and those that say no more than the printed address itself.
 */
export function marksOf(words: Words): readonly Mark[] {
  const { markup, text } = words;
  if (markup === undefined || markup.inline.marks.length === 0) return [];
  return markup.inline.marks.flatMap((mark): Mark[] => {
    const start = Math.max(0, mark.start - markup.from);
    const end = Math.min(text.length, mark.end - markup.from);
    const isHere = mark.kind === 'image' ? mark.start >= markup.from && end === mark.end - markup.from : start < end;
    return isHere && says(mark, text.slice(start, end)) ? [{ ...mark, start, end }] : [];
  });
}

/** The address that a link leads to; null where it is none that a reader may follow. */
export function addressOf({ url }: LinkTarget): string | null {
  return url !== null && isAddress(url) ? url : null;
}

function says(mark: InlineMark, words: string): boolean {
  if (mark.kind !== 'link' && mark.kind !== 'image') return true;
  const url = addressOf(mark.target);
  if (url === null) return false;
  if (mark.kind === 'image') return /^https?:/i.test(url);
  const [printed] = findAddresses(words);
  return printed === undefined || printed.url !== url || printed.start > 0 || printed.end < words.length;
}
