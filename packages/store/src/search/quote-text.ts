import { type Composed, compose, throughComposed } from './compose.js';

/** A document as quotes are held against it. */
export interface QuoteText {
  /**
   * Characters composed (NFC); white space made one blank, or none between Chinese or Japanese signs; typographic quotes made plain. Where a
   * hyphen stands at a line's end, all of it follows twice more, behind a line feed each: with what it parts made one word, and with the hyphen
   * kept and no blank, for nobody can tell 'infor-mation' from 'well-known' there.
   */
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
  return fold(compose(text).text, 'parted').text;
}

/** A document in that form, with the way back to its offsets. */
export function quoteText(document: string): QuoteText {
  const composed = compose(document);
  const parted = foldBack(composed, 'parted');
  if (!LINE_END_HYPHEN.test(composed.text)) return parted;
  return behind(behind(parted, foldBack(composed, 'joined')), foldBack(composed, 'kept'));
}

/** What is made of a hyphen at a line's end and of the white space there: they stay; they go; only the hyphen stays. */
type Hyphens = 'parted' | 'joined' | 'kept';

function foldBack(composed: Composed, hyphens: Hyphens): QuoteText {
  const folded = fold(composed.text, hyphens);
  return composed.shifts.length === 0 ? folded : { ...folded, ...throughComposed(folded, composed) };
}

function behind(first: QuoteText, other: QuoteText): QuoteText {
  const start = [...first.text].length + 1;
  return {
    text: `${first.text}\n${other.text}`,
    places: [...first.places, ...other.places.map((place) => place + start)],
    offsets: [...first.offsets, ...other.offsets],
    characters: [...first.characters, ...other.characters],
  };
}

function fold(text: string, hyphens: Hyphens): QuoteText {
  const places = [0];
  const offsets = [0];
  const characters = [0];
  const pieces: string[] = [];
  let place = 0;
  let character = 0;
  let end = 0;
  for (const { 0: found, index, groups } of text.matchAll(hyphens === 'parted' ? SHIFT : SHIFT_OR_HYPHEN)) {
    const isWide = found.codePointAt(0) !== found.charCodeAt(0);
    const piece = isWide ? found : pieceOf(found, hyphens, groups);
    pieces.push(text.slice(end, index), piece);
    place += index - end + (isWide ? 1 : piece.length);
    character += index - end + (isWide ? 1 : found.length);
    end = index + found.length;
    // What is none right behind a character of two units: what goes on from there has one place.
    const at = place === places.at(-1) ? places.length - 1 : places.length;
    [places[at], offsets[at], characters[at]] = [place, end, character];
  }
  pieces.push(text.slice(end));
  const plain = pieces
    .join('')
    .replace(/\s/gu, ' ')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″«»]/g, '"');
  return { text: plain, places, offsets, characters };
}

/** What a gap is in the text. */
function pieceOf(gap: string, hyphens: Hyphens, groups: Readonly<Record<string, string>> = {}): string {
  if (groups['none'] !== undefined || (groups['word'] !== undefined && hyphens === 'joined')) return '';
  return gap.trim() === '' ? ' ' : gap.charAt(0);
}

/** What Chinese and Japanese are written with, their punctuation included: it is written without blanks, whatever a line's end puts there. */
const SIGN = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3001-\\u303f\\u30fc\\uff01-\\uff60]';

/** White space that is none between signs, and hyphens that are seen at a line's end alone, with the white space there. */
const NONE = `(?<none>\\s(?<=${SIGN}\\s)\\s*(?=${SIGN})|\\u00ad+(?:\\s+(?=\\p{L}))?)`;

/** Where places and offsets go apart: what is none, white space that is made one blank, and a character of two code units. */
const GAP = `${NONE}|\\s{2,}|[\\u{10000}-\\u{10ffff}]`;
const SHIFT = new RegExp(GAP, 'gu');

/** A hyphen at a line's end, with the white space there: in a word, which may be written without it, or beside a number, which is not. */
const LINE_END = '[^\\S\\r\\n]*[\\r\\n]\\s*';
const HYPHEN = `(?<word>[-‐](?<=[\\p{L}\\p{M}].)${LINE_END}(?=\\p{L}))|[-‐](?<=[\\p{L}\\p{M}\\p{N}].)${LINE_END}(?=[\\p{L}\\p{N}])`;
const LINE_END_HYPHEN = new RegExp(HYPHEN, 'u');
const SHIFT_OR_HYPHEN = new RegExp(`${HYPHEN}|${GAP}`, 'gu');
