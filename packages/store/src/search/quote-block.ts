import { markNumbers } from './quote-marks.js';

/** Documents of a block. */
export const BLOCK_DOCUMENTS = 256;

/** Bytes of a place in a block: a bit a document. */
export const PLACE_BYTES = BLOCK_DOCUMENTS / 8;

/** Which of some documents may have a mark: those whose bit is set at each of its places. */
export interface QuoteBlock {
  /** How many places there are: a number of a mark, modulo this, is a place of it. */
  readonly places: number;
  /** Place by place, the first document's bit foremost. */
  readonly bits: Uint8Array;
}

/** Places for each mark of a document: so many that of 1,500 documents one has by chance a mark that is none of its own. */
const PLACES = 16;

/** What the longest document has to have beside that, and how much is spent on it. */
const PLACES_OF_LONGEST = 8;
const MOST_PLACES = 4 * PLACES;

/**
 * A block of documents, at most `BLOCK_DOCUMENTS`, by their marks.
 * @see https://doi.org/10.1145/356770.356776 (signature files, cut into slices by bit)
 */
export function quoteBlock(documents: readonly (readonly number[])[]): QuoteBlock {
  const mean = documents.reduce((sum, { length }) => sum + length, 0) / Math.max(documents.length, 1);
  const most = Math.max(...documents.map(({ length }) => length));
  const places = Math.ceil(Math.min(Math.max(PLACES * mean, PLACES_OF_LONGEST * most, 1), MOST_PLACES * mean + 1));
  const bits = new Uint8Array(places * PLACE_BYTES);
  for (const [document, marks] of documents.entries()) {
    const [byte, bit] = [document >> 3, 0x80 >> (document & 7)];
    for (const mark of marks) {
      for (const number of markNumbers(mark)) {
        const at = (number % places) * PLACE_BYTES + byte;
        bits[at] = (bits[at] ?? 0) | bit;
      }
    }
  }
  return { places, bits };
}
