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

/** Words of one mark, and how many neighbouring marks the chosen one is the least of. */
const MARK_WORDS = 4;
const MARK_WINDOW = 10;

/** Marks are so many that those of one document tell it, and so few that they are shared: their index grows with their number. */
const MARK_BITS = 0xf_ffff;

/**
 * Marks of a text in quote form: hashes of some runs of words, chosen by the text around them alone, so that a document has every mark that
 * a quote from it has.
 * @see https://doi.org/10.1145/872757.872770 (winnowing)
 */
export function quoteMarks(text: string): number[] {
  const words = wordsOf(text).map(({ form }) => hashOf(form));
  const hashes: number[] = [];
  for (let at = 0; at + MARK_WORDS <= words.length; at++) {
    let hash = 0;
    for (let index = at; index < at + MARK_WORDS; index++) hash = mix(hash, words[index] ?? 0);
    hashes.push(hash & MARK_BITS);
  }
  const marks = new Set<number>();
  for (let at = 0; at + MARK_WINDOW <= hashes.length; at++) {
    let least = hashes[at] ?? 0;
    for (let index = at + 1; index < at + MARK_WINDOW; index++) least = Math.min(least, hashes[index] ?? 0);
    marks.add(least);
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
