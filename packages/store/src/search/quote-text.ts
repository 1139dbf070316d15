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
