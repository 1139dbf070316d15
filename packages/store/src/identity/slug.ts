import { createHash } from 'node:crypto';
import { remembered } from './remembered.js';

const SPOKEN: Readonly<Record<string, string>> = { '&': ' and ', '+': ' plus ', '#': ' sharp ', '@': ' at ' };

/**
 * The normalised form of a name, which is also its place in an address: lower case, words joined by '-', letters and digits of every
 * script kept, accents of Latin letters folded ('Döhler' and 'Dohler' are one), apostrophes dropped, '&' spoken ('q-and-a').
 * Two names with one slug are one name. Returns '' for a name without a letter or digit: see `nameKey`.
 */
export function slugify(name: string): string {
  // Most names are of plain letters, for which there is nothing to fold.
  if (PLAIN.test(name)) return joinWords(name.toLowerCase(), /[^a-z0-9]+/g);
  return joinWords(foldLatin(name.normalize('NFKC')).toLowerCase(), /[^\p{L}\p{M}\p{N}]+/gu);
}

const PLAIN = /^[\x20-\x7e]*$/;

function joinWords(lower: string, between: RegExp): string {
  return lower
    .replace(/['’‘ʼ`]/g, '')
    .replace(/[&+#@]/g, (sign) => SPOKEN[sign] ?? ' ')
    .replace(between, '-')
    .replace(/^-|-$/g, '');
}

/**
 * The slug of a name, never empty and never longer than an index takes: a name of signs alone is told by its code points ('u-2605'), one
 * of more than 120 characters by its beginning and a hash of the whole.
 */
export const nameKey = remembered((name: string): string => {
  const slug = slugify(name);
  return shorten(slug === '' ? `u-${codePoints(name).join('-')}` : slug);
});

function codePoints(name: string): string[] {
  return [...name.trim()].map((sign) => sign.codePointAt(0)?.toString(16) ?? '');
}

const LONGEST = 120;

function shorten(slug: string): string {
  if (slug.length <= LONGEST) return slug;
  const characters = [...slug];
  if (characters.length <= LONGEST) return slug;
  const hash = createHash('sha256').update(slug).digest('hex').slice(0, 12);
  return `${characters
    .slice(0, LONGEST - 13)
    .join('')
    .replace(/-$/, '')}-${hash}`;
}

/** 'Laws & Regulations', 'National' -> 'laws-and-regulations/national'. */
export function pathKey(path: readonly string[]): string {
  return path.map(nameKey).join('/');
}

/** Marks are dropped after Latin letters alone: in other scripts they make other letters. */
function foldLatin(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßæœøđłð]/giu, (letter) => LIGATURES[letter.toLowerCase()] ?? letter);
}

const LIGATURES: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ð: 'd' };
