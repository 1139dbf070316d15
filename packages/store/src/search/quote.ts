import { assertBindable } from '../database/bindable.js';
import { StoreError } from '../database/store-error.js';
import { stem } from './lexeme.js';
import { markNumbers, quoteMarks } from './quote-marks.js';
import { quoteForm } from './quote-text.js';
import { lexemeAt } from './search-document.js';
import { STOP_WORDS } from './stop-words.js';
import { type Word, wordsOf } from './words.js';

/** Most characters of a quote. */
export const MOST_QUOTE_CHARACTERS = 20_000;

/** A quote, and by what it is found. */
export interface Quote {
  /** As it is held against documents. */
  readonly form: string;
  /** Numbers of its marks, which lead to the documents that have them; none for a quote of one word or two. */
  readonly numbers: readonly number[];
  /** The same without its first and last word; none where fewer than three stand between them. */
  readonly innerNumbers: readonly number[];
  /** What may stand between its last character and the place from which its document goes on, and is no part of it. */
  readonly gap: string;
  /** Of a quote without marks: the lexemes of its words, each of which any of these may be. */
  readonly words: readonly (readonly string[])[];
}

/** More numbers than are needed to tell a few documents. */
const MOST_NUMBERS = 8;

/** White space. */
const BLANKS =
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** What stands at a line's end in a word that goes on. */
const HYPHENS = '-‐\u00ad';

/** A quote of fewer words has no mark. */
const MARKED_WORDS = 3;

/** Reads a quote. Throws StoreError: QUOTE_UNSUITABLE where it has no word or too many characters, NUL_CHARACTER, LONE_SURROGATE. */
export function readQuote(text: string): Quote {
  assertBindable(text, 'text');
  if (text.length > MOST_QUOTE_CHARACTERS)
    throw unsuitable(`has ${text.length} characters, and at most ${MOST_QUOTE_CHARACTERS} are looked for: quote less`);
  const form = quoteForm(text).trim();
  const words = wordsOf(form);
  if (words.length === 0) throw unsuitable('has no word by which it could be found: quote more');
  return {
    form,
    numbers: numbersOf(form, words),
    innerNumbers: numbersOf(form, words.slice(1, -1)),
    gap: /[-‐]$/.test(form) ? BLANKS : BLANKS + HYPHENS,
    words: words.length < MARKED_WORDS ? words.flatMap((_, index) => lexemesAt(words, index)) : [],
  };
}

/** Of many marks one number each, from all over the quote: few documents have all of words that each stand in many. */
function numbersOf(form: string, words: readonly Word[]): number[] {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return [];
  const marks = quoteMarks(form.slice(first.start, last.end));
  const step = Math.max(Math.floor(marks.length / MOST_NUMBERS), 1);
  const chosen = marks.filter((_, index) => index % step === 0).slice(0, MOST_NUMBERS);
  const each = Math.ceil(MOST_NUMBERS / Math.max(chosen.length, 1));
  return chosen.flatMap((mark) => markNumbers(mark).slice(0, each)).slice(0, MOST_NUMBERS);
}

function lexemesAt(words: readonly Word[], index: number): string[][] {
  const form = lexemeAt(words, index, 'none') ?? '';
  if (form === '' || STOP_WORDS.has(form)) return [];
  // The last of several signs stands in a document before another, perhaps.
  if (words[index]?.isSign === true) return form === words[index]?.form ? [] : [[form]];
  return [[...new Set([form, stem(form)])]];
}

function unsuitable(what: string): StoreError {
  return new StoreError('QUOTE_UNSUITABLE', `The quote ${what}.`, { field: 'text' });
}
