import { stemmer } from 'stemmer';
import { STOP_WORDS } from './stop-words.js';

/** How the words of a text are made into lexemes: by English stems, or as they are. */
export type Stemming = 'english' | 'none';

/** English where the language is English, in whatever country; words of other languages stay as they are. */
export function stemmingOf(language: string): Stemming {
  return /^en\b/i.test(language) ? 'english' : 'none';
}

/** What the index holds of a word's form; null for a word that it passes over. */
export function lexemeOf(form: string, stemming: Stemming): string | null {
  if (form === '') return null;
  if (stemming === 'none') return form;
  return STOP_WORDS.has(form) ? null : stem(form);
}

const stems = new Map<string, string>();
const MOST_STEMS = 50_000;

/** The English stem of a word's form. A number, or a word of another script, is its own. */
export function stem(form: string): string {
  const known = stems.get(form);
  if (known !== undefined) return known;
  const made = /^[a-z]{3,}$/.test(form) ? stemmer(form) : form;
  if (stems.size >= MOST_STEMS) stems.clear();
  stems.set(form, made);
  return made;
}
