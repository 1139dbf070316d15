import { STOP_WORDS } from './stop-words.js';
import { wordsOf } from './words.js';

/** A document as quotes are held against it. */
export interface QuoteText {
  /** White space made one blank, typographic quotes made plain. */
  readonly text: string;
  /** Places in `text`, in characters from 0, ascending; between two of them both sides go on alike. */
  readonly places: readonly number[];
  /** For each place its offset in the document, in UTF-16 code units. */
  readonly offsets: readonly number[];
  /** The same in characters. */
  readonly characters: readonly number[];
}

/** A text as quotes are compared: word for word; letter case and punctuation count. */
export function quoteForm(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"');
}

/** A document in that form, with the way back to its offsets. */
export function quoteText(document: string): QuoteText {
  const places = [0];
  const offsets = [0];
  const characters = [0];
  let place = 0;
  let character = 0;
  let end = 0;
  for (const { 0: found, index } of document.matchAll(SHIFT)) {
    const isGap = found.trim() === '';
    place += index - end + 1;
    character += index - end + (isGap ? found.length : 1);
    end = index + found.length;
    places.push(place);
    offsets.push(end);
    characters.push(character);
  }
  return { text: quoteForm(document), places, offsets, characters };
}

/** Where places and offsets go apart: white space that is made one blank, and a character of two code units. */
const SHIFT = /\s{2,}|[\u{10000}-\u{10ffff}]/gu;

/** Marks are so many that those of one document tell it, and so few that they are shared: their index grows with their number. */
const MARK_BITS = 0xf_ffff;

/** Above those bits: a mark with a word that every text has is chosen where there is no other. */
const COMMON = MARK_BITS + 1;

/**
 * Marks of a text in quote form: hashes of pairs of words, of each two neighbouring pairs the lesser one. They are chosen by the text around them
 * alone, so that a document has every mark that a quote from it has, and three words one after another have one.
 * @see https://doi.org/10.1145/872757.872770 (winnowing)
 */
export function quoteMarks(text: string): number[] {
  const marks = new Set<number>();
  let before: { readonly hash: number; readonly common: number } | undefined;
  let last: number | undefined;
  for (const { form } of wordsOf(text)) {
    const word = { hash: hashOf(form), common: STOP_WORDS.has(form) ? COMMON : 0 };
    if (before !== undefined) {
      const pair = (mix(mix(0, before.hash), word.hash) & MARK_BITS) + before.common + word.common;
      if (last !== undefined) marks.add(Math.min(last, pair));
      last = pair;
    }
    before = word;
  }
  return [...marks].sort((a, b) => a - b);
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

function mix(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ word;
  return Math.imul(mixed ^ (mixed >>> 13), 0x297a2d39);
}
