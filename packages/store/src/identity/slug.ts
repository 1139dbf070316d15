const SPOKEN: Readonly<Record<string, string>> = { '&': ' and ', '+': ' plus ', '#': ' sharp ', '@': ' at ' };

/**
 * The normalised form of a name, which is also its place in an address: lower case, words joined by '-', letters and digits of every
 * script kept, accents of Latin letters folded ('Döhler' and 'Dohler' are one), apostrophes dropped, '&' spoken ('q-and-a').
 * Two names with one slug are one name. Returns '' for a name without a letter or digit: see `nameKey`.
 */
export function slugify(name: string): string {
  return foldLatin(name.normalize('NFKC'))
    .toLowerCase()
    .replace(/['’‘ʼ`]/g, '')
    .replace(/[&+#@]/g, (sign) => SPOKEN[sign] ?? ' ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** The slug of a name, never empty: a name of signs alone is told by its code points ('u-2605'). */
export function nameKey(name: string): string {
  const slug = slugify(name);
  if (slug !== '') return slug;
  const signs = [...name.trim()].slice(0, 16).map((sign) => sign.codePointAt(0)?.toString(16) ?? '');
  return `u-${signs.join('-')}`;
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
