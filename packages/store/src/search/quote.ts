import { assertBindable } from '../database/bindable.js';
import { StoreError } from '../database/store-error.js';
import { stem } from './lexeme.js';
import { quoteForm, quoteMarks } from './quote-text.js';
import { lexemeAt } from './search-document.js';
import { STOP_WORDS } from './stop-words.js';
import { type Word, wordsOf } from './words.js';

/** Most characters of a quote. */
export const MOST_QUOTE_CHARACTERS = 20_000;

/** A quote, and by what it is found. */
export interface Quote {
  /** As it is held against documents. */
  readonly form: string;
  /** Marks that every document with these words has; none for a short quote. */
  readonly marks: readonly number[];
  /** The lexemes of its words, each of which any of these may be. */
  readonly words: readonly (readonly string[])[];
}

/** More marks than are needed to tell one document. */
const MOST_MARKS = 24;
const MOST_WORDS = 24;

/**
 * Reads a quote. Its first and last word may be cut, so that it is found by those between where there are some.
 * Throws StoreError: QUOTE_UNSUITABLE where it has no word or too many characters, NUL_CHARACTER, LONE_SURROGATE.
 */
export function readQuote(text: string): Quote {
  assertBindable(text, 'text');
  if (text.length > MOST_QUOTE_CHARACTERS)
    throw unsuitable(`has ${text.length} characters, and at most ${MOST_QUOTE_CHARACTERS} are looked for: quote less`);
  const form = quoteForm(text).trim();
  const all = wordsOf(form);
  const whole = all.length > 4 ? all.slice(1, -1) : all;
  const [first, last] = [whole[0], whole.at(-1)];
  const words = whole.flatMap((_, index) => lexemesAt(whole, index));
  if (first === undefined || last === undefined) throw unsuitable('has no word by which it could be found: quote more');
  const marks = quoteMarks(form.slice(first.start, last.end)).slice(0, MOST_MARKS);
  return { form, marks, words: words.slice(0, MOST_WORDS) };
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
