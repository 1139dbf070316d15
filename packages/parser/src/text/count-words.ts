/**
 * How many words a text has. A Chinese or Japanese character is one; a run of other letters and digits is one, with the
 * apostrophes, hyphens and, between digits, points and commas inside it. One pass.
 */
export function countWords(text: string): number {
  let count = 0;
  let isInside = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = code < 0x80 ? asciiKind(code, text, at) : wideKind(text, code, at);
    if (kind === 'ideograph' || (kind === 'letter' && !isInside)) count++;
    isInside = kind === 'letter' || (isInside && kind === 'joiner');
    if (code >= 0xd800 && code <= 0xdbff) at++;
  }
  return count;
}

type CharacterKind = 'letter' | 'joiner' | 'ideograph' | 'other';

function asciiKind(code: number, text: string, at: number): CharacterKind {
  if (isDigit(code) || (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) return 'letter';
  // & ' - _
  if (code === 0x26 || code === 0x27 || code === 0x2d || code === 0x5f) return 'joiner';
  const isPoint = code === 0x2c || code === 0x2e;
  return isPoint && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)) ? 'joiner' : 'other';
}

function wideKind(text: string, code: number, at: number): CharacterKind {
  if (code === 0x2019) return 'joiner';
  const character = String.fromCodePoint(text.codePointAt(at) ?? code);
  if (/^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(character)) return 'ideograph';
  return /^[\p{L}\p{M}\p{N}]/u.test(character) ? 'letter' : 'other';
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
