/** A word as it stands in a text, or one character of a script that sets no blanks between words. */
export interface Word {
  /** The form in which it is found: lower case, accents of Latin letters folded, without possessive or apostrophe. */
  readonly form: string;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** Whether it is one character of Chinese, Japanese or Korean. */
  readonly isSign: boolean;
}

/** The words of a text in their order. What stands between them is punctuation and white space. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let start = -1;
  const end = (at: number): void => {
    if (start !== -1) words.push({ form: wordForm(text.slice(start, at)), start, end: at, isSign: false });
    start = -1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindAt(text, at);
    if (kind === SIGN) {
      end(at);
      const size = signSize(text, at);
      words.push({ form: foldWord(text.slice(at, at + size)), start: at, end: at + size, isSign: true });
      at += size - 1;
    } else if (kind === LETTER) {
      if (start === -1) start = at;
    } else if (kind !== APOSTROPHE || start === -1 || kindAt(text, at + 1) !== LETTER) {
      end(at);
    }
  }
  end(text.length);
  return words;
}

const NONE = 1;
const LETTER = 2;
const SIGN = 3;
const APOSTROPHE = 4;

/** The kind of each code unit, told when it is first met: a text is scanned unit by unit, many times as fast as by an expression. */
const kinds = new Uint8Array(0x10000);

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return NONE;
  const known = kinds[unit] ?? 0;
  if (known !== 0) return known;
  if (isSurrogate(unit)) return kindOf(characterAt(text, at));
  const kind = kindOf(String.fromCharCode(unit));
  kinds[unit] = kind;
  return kind;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** The whole character of which one half or the other stands there. */
function characterAt(text: string, at: number): string {
  const isSecond = text.charCodeAt(at) >= 0xdc00;
  return text.slice(isSecond ? at - 1 : at, isSecond ? at + 1 : at + 2);
}

function kindOf(character: string): number {
  if (/^['’ʼ]$/.test(character)) return APOSTROPHE;
  if (SIGNS.test(character)) return SIGN;
  return /^[\p{L}\p{M}\p{N}]$/u.test(character) ? LETTER : NONE;
}

/** Characters of scripts without blanks between words. */
const SIGNS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〆]$/u;

/** A sign takes one unit or two, and the marks on it. */
function signSize(text: string, at: number): number {
  let size = isSurrogate(text.charCodeAt(at)) ? 2 : 1;
  while (/[\u3099\u309a]/.test(text.charAt(at + size))) size += 1;
  return size;
}

/** Longer than any word; a text without blanks is cut there. */
const LONGEST = 80;

const known = new Map<string, string>();
const MOST_KNOWN = 50_000;

/** The form by which a word is found. */
export function wordForm(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const form = foldWord(word.replace(/['’ʼ]s$/i, '').replace(/['’ʼ]/g, '')).slice(0, LONGEST);
  const whole = form.isWellFormed() ? form : form.slice(0, -1);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, whole);
  return whole;
}

/** Lower case, compatible characters made one ('Ａ' and 'a'), accents of Latin letters dropped ('Döhler' and 'dohler'). */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{Mn}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøđłðþı]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

const PLAIN = /^[A-Za-z0-9]*$/;

const LIGATURES: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
