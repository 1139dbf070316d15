import { assertBindable } from '../database/bindable.js';
import { StoreError } from '../database/store-error.js';
import { lexemeOf, stem } from './lexeme.js';
import { lexemeAt } from './search-document.js';
import { type Word, wordsOf } from './words.js';

/** Most characters of a query, and most words in it. */
export const MOST_QUERY_CHARACTERS = 256;
export const MOST_QUERY_TERMS = 32;

/** What a query asks of an item: words that stand one after another, the last perhaps only begun. */
export interface SoughtPhrase {
  /** The lexemes that each word may be found by, and how far behind the word before it stands. */
  readonly words: readonly SoughtWord[];
}

export interface SoughtWord {
  readonly form: string;
  readonly lexemes: readonly string[];
  /** Beginnings of lexemes. */
  readonly beginnings: readonly string[];
  /** Places behind the word before it; 0 for the first. */
  readonly after: number;
}

/** A query: one of each list of phrases has to stand in an item, and none of those left out. */
export interface SearchQuery {
  readonly wanted: readonly (readonly SoughtPhrase[])[];
  readonly excluded: readonly SoughtPhrase[];
  /** The words that it was written with, in their places. */
  readonly written: readonly WrittenWord[];
}

/** A word of the query's text that may be misspelt. */
export interface WrittenWord {
  readonly form: string;
  /** In characters from 0. */
  readonly at: number;
  readonly until: number;
}

/**
 * Reads a query as people write them: words that all have to be there, "a phrase", -left -"out", one OR another, begin*. Words joined by signs
 * ('sci-tech') are a phrase. What makes no sense is passed over: any text is a query, and one without a word finds nothing.
 * Throws StoreError: QUERY_TOO_LONG past 256 characters or 32 words, NUL_CHARACTER, LONE_SURROGATE.
 */
export function parseSearch(text: string): SearchQuery {
  assertBindable(text, 'query');
  if ([...text].length > MOST_QUERY_CHARACTERS) throw tooLong(`${[...text].length} characters`);
  const wanted: SoughtPhrase[][] = [];
  const excluded: SoughtPhrase[] = [];
  const written: WrittenWord[] = [];
  let terms = 0;
  let isChoice = false;
  for (const part of text.matchAll(PART)) {
    const { 1: minus = '', 2: quoted, 3: bare = '', 4: star = '', index } = part;
    if (bare === 'OR' && minus === '' && star === '') {
      isChoice = wanted.length > 0;
      continue;
    }
    const words = wordsOf(quoted ?? bare);
    const phrase = phraseOf(words, star !== '');
    if (phrase === undefined) continue;
    terms += phrase.words.length;
    if (terms > MOST_QUERY_TERMS) throw tooLong(`more than ${MOST_QUERY_TERMS} words`);
    if (minus !== '') {
      excluded.push(phrase);
      continue;
    }
    const at = index + minus.length + (quoted === undefined ? 0 : 1);
    if (star === '') written.push(...words.map((word) => writtenWord(word, text, at)));
    const last = wanted.at(-1);
    if (isChoice && last !== undefined) last.push(phrase);
    else wanted.push([phrase]);
    isChoice = false;
  }
  return { wanted, excluded, written };
}

/** A sign of leaving out, then words in quotes or words without a blank, then perhaps a star. */
const PART = /(-?)(?:["“”„]([^"“”„]*)(?:["“”„]|$)|([^\s"“”„*]+))(\*?)/gu;

function writtenWord({ form, start, end }: Word, text: string, offset: number): WrittenWord {
  const at = [...text.slice(0, offset + start)].length;
  return { form, at, until: at + [...text.slice(offset + start, offset + end)].length };
}

/** Undefined where nothing in it is indexed. */
function phraseOf(words: readonly Word[], isBegun: boolean): SoughtPhrase | undefined {
  const sought: SoughtWord[] = [];
  let last: number | undefined;
  for (const index of words.keys()) {
    const found = soughtWord(words, index, isBegun && index === words.length - 1);
    if (found === undefined) continue;
    sought.push({ ...found, after: last === undefined ? 0 : index - last });
    last = index;
  }
  return sought.length === 0 ? undefined : { words: sought };
}

function soughtWord(words: readonly Word[], index: number, isBegun: boolean): Omit<SoughtWord, 'after'> | undefined {
  const word = words[index];
  if (word === undefined || word.form === '') return undefined;
  if (word.isSign) return soughtSign(words, index);
  const { form } = word;
  if (isBegun) return { form, lexemes: wholeStems(form), beginnings: [form] };
  // A stop word of English may be a word of another language, but a query does not tell its own.
  if (lexemeOf(form, 'english') === null) return undefined;
  return { form, lexemes: [...new Set([form, stem(form)])], beginnings: [] };
}

/** A sign with the one behind it; the last of several is part of the pair before it, one alone begins or ends a pair. */
function soughtSign(words: readonly Word[], index: number): Omit<SoughtWord, 'after'> | undefined {
  const form = lexemeAt(words, index, 'none') ?? '';
  const before = words[index - 1];
  const isPair = form !== words[index]?.form;
  if (isPair) return { form, lexemes: [form], beginnings: [] };
  if (before?.isSign === true && before.end === words[index]?.start) return undefined;
  return { form, lexemes: [], beginnings: [form] };
}

const ENDINGS = [
  '',
  'e',
  's',
  'es',
  'y',
  'n',
  'on',
  'ion',
  'ed',
  'd',
  'ing',
  'al',
  'ment',
  'ly',
  'ity',
  'ive',
  'ation',
];

/**
 * The stems of words that a beginning may be of and that do not begin with it: 'regulat' is of 'regulation', whose stem is 'regul', and 'ferry' of
 * 'ferry', whose stem is 'ferri'.
 */
function wholeStems(beginning: string): string[] {
  const own = stem(beginning);
  const isOf = (one: string): boolean =>
    one === own || beginning.startsWith(one) || beginning.startsWith(one.replace(/i$/, 'y'));
  const made = ENDINGS.map((ending) => stem(beginning + ending));
  return [...new Set(made)].filter((one) => one.length >= 3 && !one.startsWith(beginning) && isOf(one));
}

function tooLong(what: string): StoreError {
  return new StoreError(
    'QUERY_TOO_LONG',
    `The query has ${what}; at most ${MOST_QUERY_CHARACTERS} characters and ${MOST_QUERY_TERMS} words are searched for. Shorten it.`,
    { field: 'query', max_characters: MOST_QUERY_CHARACTERS, max_terms: MOST_QUERY_TERMS },
  );
}
