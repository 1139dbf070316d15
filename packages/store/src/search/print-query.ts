import type { SearchQuery, SoughtPhrase, SoughtWord } from './search-query.js';

/** A query as the statement takes it. */
export interface PrintedQuery {
  /** What an item has to have, as a tsquery; '' where nothing is sought. */
  readonly strict: string;
  /** What it must not have. */
  readonly without: string;
  /** Each thing that it has to have, as a tsquery. */
  readonly terms: readonly string[];
  /** The lexemes by which it is told how common a term is: one row each. */
  readonly counted: readonly CountedLexeme[];
  /** What is marked in snippets: lexemes, and beginnings of lexemes. */
  readonly lexemes: readonly string[];
  readonly beginnings: readonly string[];
}

/** A lexeme of a term, by the places of term, choice and word, from 1. */
export interface CountedLexeme {
  readonly term: number;
  readonly choice: number;
  readonly word: number;
  readonly lexeme: string;
  readonly is_beginning: boolean;
}

/** Prints a query. Lexemes hold letters, digits and marks alone, so that nothing in them has a meaning to PostgreSQL. */
export function printQuery({ wanted, excluded }: SearchQuery): PrintedQuery {
  const terms = wanted.map((choices) => anyOf(choices.map(printPhrase)));
  const without = excluded.map((phrase) => `!${group(printPhrase(phrase))}`);
  const words = wanted.flatMap((choices) => choices.flatMap((phrase) => phrase.words));
  return {
    strict: terms.length === 0 ? '' : [...terms.map(group), ...without].join(' & '),
    without: without.join(' & '),
    terms,
    counted: wanted.flatMap((choices, term) =>
      choices.flatMap((phrase, choice) =>
        phrase.words.flatMap((word, place) =>
          lexemesOf(word).map((lexeme) => ({ term: term + 1, choice: choice + 1, word: place + 1, ...lexeme })),
        ),
      ),
    ),
    lexemes: [...new Set(words.flatMap(({ lexemes }) => lexemes))],
    beginnings: [...new Set(words.flatMap(({ beginnings }) => beginnings))],
  };
}

function printPhrase({ words }: SoughtPhrase): string {
  return words.map((word, index) => `${index === 0 ? '' : ` <${word.after}> `}${printWord(word)}`).join('');
}

function printWord({ lexemes, beginnings }: SoughtWord): string {
  return group(anyOf([...lexemes.map((lexeme) => `'${lexeme}'`), ...beginnings.map((lexeme) => `'${lexeme}':*`)]));
}

function lexemesOf({ lexemes, beginnings }: SoughtWord) {
  return [
    ...lexemes.map((lexeme) => ({ lexeme, is_beginning: false })),
    ...beginnings.map((lexeme) => ({ lexeme, is_beginning: true })),
  ];
}

function anyOf(choices: readonly string[]): string {
  return choices.length === 1 ? (choices[0] ?? '') : choices.map(group).join(' | ');
}

function group(query: string): string {
  return `(${query})`;
}
