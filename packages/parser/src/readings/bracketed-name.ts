import { findLongForm } from './long-form.js';

/** A name printed with its short form. */
export interface BracketedName {
  readonly short: string;
  readonly long: string;
}

/**
 * A name that is wholly a full name with its short form in brackets, or the other way round; null for any other.
 *
 * ```text
 * State Toll Office (STO)       STO (State Toll Office)
 * ^long              ^short     ^short ^long
 * ```
 */
export function findBracketed(name: string): BracketedName | null {
  const match = /^(?<outer>[^()（）]{2,200}?)\s?[(（](?<inner>[^()（）]{2,200})[)）]$/u.exec(name.trim());
  const { outer = '', inner = '' } = match?.groups ?? {};
  return pairOf(inner.trim(), outer) ?? pairOf(outer, inner.trim());
}

function pairOf(short: string, long: string): BracketedName | null {
  if (!isShortForm(short)) return null;
  const found = findLongForm(short, long);
  // The whole of it, but for an article, is the full name.
  return found !== null && /^(?:the\s|an?\s|)$/i.test(long.slice(0, found.start)) ? { short, long: found.text } : null;
}

/** Whether a text can be a short form: two to ten characters, two of them capitals, in at most two words. */
export function isShortForm(text: string): boolean {
  if (text.length < 2 || text.length > 10 || !/^[\p{L}\p{N}][\p{L}\p{N}&./ -]*$/u.test(text)) return false;
  return text.split(' ').length <= 2 && (text.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}
