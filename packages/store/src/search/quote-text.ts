/** A document as quotes are held against it. */
export interface QuoteText {
  /** White space made one blank, or none between Chinese or Japanese signs; typographic quotes made plain. */
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
    .replace(BETWEEN_SIGNS, '')
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
  for (const { 0: found, index, groups } of document.matchAll(SHIFT)) {
    const isGap = found.trim() === '';
    place += index - end + (groups?.['none'] === undefined ? 1 : 0);
    character += index - end + (isGap ? found.length : 1);
    end = index + found.length;
    // White space that is none right behind a character of two units: what goes on from there has one place.
    const at = place === places.at(-1) ? places.length - 1 : places.length;
    [places[at], offsets[at], characters[at]] = [place, end, character];
  }
  return { text: quoteForm(document), places, offsets, characters };
}

/** What Chinese and Japanese are written with, their punctuation included: it is written without blanks, whatever a line's end puts there. */
const SIGN = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3001-\\u303f\\u30fc\\uff01-\\uff60]';
const BETWEEN = `(?<=${SIGN})\\s+(?=${SIGN})`;
const BETWEEN_SIGNS = new RegExp(BETWEEN, 'gu');

/** Where places and offsets go apart: white space that is made one blank or none, and a character of two code units. */
const SHIFT = new RegExp(`(?<none>${BETWEEN})|\\s{2,}|[\\u{10000}-\\u{10ffff}]`, 'gu');
