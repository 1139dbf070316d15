import { lexemeOf, type Stemming, stemmingOf } from './lexeme.js';
import { foldWord, type Word, wordsOf } from './words.js';

/** What of an item is searched. */
export interface SearchedItem {
  readonly id: string;
  readonly issue_id: string;
  readonly publication_id: string;
  readonly kind: string;
  /** BCP 47; English words are stemmed. */
  readonly language: string;
  readonly published_on: string | null;
  readonly newest_key: string;
  readonly title: string;
  readonly body_text: string;
  /** Of its keywords, sources and rubrics, sorted. */
  readonly keyword_ids: readonly string[];
  readonly source_ids: readonly string[];
  readonly rubric_ids: readonly string[];
  /** As printed, in their order. */
  readonly keywords: readonly string[];
  readonly sources: readonly string[];
}

/** What the words of an item become. */
export interface SearchTexts {
  /** A tsvector as PostgreSQL reads it. */
  readonly words: string;
  /** The texts that snippets are cut from, as `printPieces` prints them. */
  readonly title: string;
  readonly keywords: string;
  readonly sources: string;
  readonly body: string;
}

/** The row of `search.item`, and that of `search.item_text` beside it. */
export interface SearchDocument extends SearchTexts {
  readonly id: string;
  readonly issue_id: string;
  readonly publication_id: string;
  readonly kind: string;
  readonly language: string;
  readonly published_on: string | null;
  readonly newest_key: string;
  readonly keyword_ids: readonly string[];
  readonly source_ids: readonly string[];
  readonly rubric_ids: readonly string[];
}

/** A word that an item has, for the count of items that have it. */
export interface CountedWord {
  readonly form: string;
  readonly lexeme: string;
  /** In lower case as printed, where that differs from the form. */
  readonly printed: string;
}

/**
 * The parts of an item, what each weighs, and after which place its words are counted: so a word's place in the vector tells the part and the
 * word in it.
 */
export const SEARCH_PARTS = [
  { part: 'title', weight: 'A', after: 0, most: 250 },
  { part: 'keywords', weight: 'B', after: 256, most: 120 },
  { part: 'sources', weight: 'C', after: 384, most: 120 },
  { part: 'body', weight: 'D', after: 512, most: 15_800 },
] as const;

type Texts = Readonly<Record<'title' | 'keywords' | 'sources' | 'body', string>>;

/** What is printed of an item, and tells what its words become. */
export type PrintedItem = Pick<SearchedItem, 'language' | 'title' | 'body_text' | 'keywords' | 'sources'>;

/** An item as it is searched, and the words that it has, each once. Pure. */
export function searchDocument(item: SearchedItem): {
  readonly document: SearchDocument;
  readonly words: readonly CountedWord[];
} {
  const { texts, words } = searchTexts(item);
  return { document: searchDocumentOf(item, texts), words };
}

/** An item as it is searched, whose texts are there. */
export function searchDocumentOf(
  { title, body_text, keywords, sources, ...facts }: SearchedItem,
  texts: SearchTexts,
): SearchDocument {
  return { ...facts, ...texts };
}

/** What the words of an item become, and the words that it has, each once. Pure. */
export function searchTexts({ language, title, body_text, keywords, sources }: PrintedItem): {
  readonly texts: SearchTexts;
  readonly words: readonly CountedWord[];
} {
  const texts: Texts = {
    title: plain(title),
    keywords: plain(keywords.join('; ')),
    sources: plain(sources.join('; ')),
    body: plain(body_text),
  };
  const vector = new Map<string, string>();
  const counted = new Map<string, CountedWord>();
  const pieces = { title: '', keywords: '', sources: '', body: '' };
  const stemming = stemmingOf(language);
  for (const { part, weight, after, most } of SEARCH_PARTS) {
    const words = wordsOf(texts[part]);
    pieces[part] = printPieces(texts[part], words);
    for (const { lexeme, place, word } of placed(words, most, stemming)) {
      const places = vector.get(lexeme);
      const at = weight === 'D' ? `${after + place}` : `${after + place}${weight}`;
      vector.set(lexeme, places === undefined ? at : `${places},${at}`);
      countOnce(counted, texts[part], word, lexeme);
    }
  }
  let words = '';
  for (const [lexeme, places] of vector) words += `'${lexeme}':${places} `;
  return { texts: { words, ...pieces }, words: [...counted.values()] };
}

/** The words alone, of texts that were plain already. */
export function countedWords(language: string, texts: Texts): readonly CountedWord[] {
  const counted = new Map<string, CountedWord>();
  const stemming = stemmingOf(language);
  for (const { part, most } of SEARCH_PARTS) {
    for (const { lexeme, word } of placed(wordsOf(texts[part]), most, stemming))
      countOnce(counted, texts[part], word, lexeme);
  }
  return [...counted.values()];
}

interface Placed {
  readonly word: Word;
  readonly lexeme: string;
  /** From 1. */
  readonly place: number;
}

/** The words that are indexed. */
function placed(words: readonly Word[], most: number, stemming: Stemming): Placed[] {
  const found: Placed[] = [];
  for (let index = 0; index < words.length && index < most; index++) {
    const [word, lexeme] = [words[index], lexemeAt(words, index, stemming)];
    if (word !== undefined && lexeme !== null && lexeme !== '') found.push({ word, lexeme, place: index + 1 });
  }
  return found;
}

function countOnce(counted: Map<string, CountedWord>, text: string, word: Word, lexeme: string): void {
  const form = word.isSign ? lexeme : word.form;
  if (!counted.has(form)) counted.set(form, { form, lexeme, printed: printedForm(text, word, form) });
}

/** The lexeme of a word. A sign makes one with the sign that follows it at once; the last of a run stands alone. */
export function lexemeAt(words: readonly Word[], index: number, stemming: Stemming): string | null {
  const word = words[index];
  if (word === undefined) return null;
  if (!word.isSign) return lexemeOf(word.form, stemming);
  const next = words[index + 1];
  return next?.isSign === true && next.start === word.end ? word.form + next.form : word.form;
}

function printedForm(text: string, { start, end, isSign }: Word, form: string): string {
  if (isSign || (end - start === form.length && /^[a-z0-9]*$/i.test(text.slice(start, end)))) return '';
  const printed = text.slice(start, end).toLowerCase();
  return printed !== form && foldWord(printed) === form ? printed : '';
}

/** Stands between the pieces of a text: a character that no text keeps. */
export const PIECE = '\u007f';

/** No control characters: they mark pieces here, and words in snippets. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be replaced
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ' ');
}

/** A text with a mark before and after each word: split at the marks, every second piece is a word, the n-th word at 2 n. */
export function printPieces(text: string, words: readonly Word[]): string {
  let printed = '';
  let at = 0;
  for (const { start, end } of words) {
    printed += `${text.slice(at, start)}${PIECE}${text.slice(start, end)}${PIECE}`;
    at = end;
  }
  return printed + text.slice(at);
}
