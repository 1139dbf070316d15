/** A long form that ends where its text ends; `start` is its index there. */
export interface LongForm {
  readonly text: string;
  readonly start: number;
}

/**
 * The shortest end of `before` in which the characters of `short` stand in order, the first of them at the beginning
 * of a word; null without one. At most `min(n + 5, 2n)` words are looked at, n being the characters of the short form.
 * A leading article is no part of it.
 */
export function findLongForm(short: string, before: string): LongForm | null {
  const from = startOfWords(before, Math.min(short.length + 5, short.length * 2));
  const start = matchBackwards(short, before, from);
  if (start === null) return null;
  const article = /^(?:the|an?)\s+/i.exec(before.slice(start))?.[0].length ?? 0;
  const text = before.slice(start + article);
  return isPlausible(short, text) ? { text, start: start + article } : null;
}

function matchBackwards(short: string, before: string, from: number): number | null {
  let at = before.length;
  for (let index = short.length - 1; index >= 0; index--) {
    const wanted = short.charAt(index).toLowerCase();
    if (!/[\p{L}\p{N}]/u.test(wanted)) continue;
    do at--;
    while (at >= from && (before.charAt(at).toLowerCase() !== wanted || (index === 0 && !isWordStart(before, at))));
    if (at < from) return null;
  }
  return at;
}

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1));
}

function isPlausible(short: string, long: string): boolean {
  const words = long.split(/[\s-]+/);
  return long.length > short.length && words.length > 1 && !words.includes(short) && !/[;:!?()]|\.\s/.test(long);
}

function startOfWords(text: string, words: number): number {
  let at = text.length;
  for (let count = 0; count < words && at > 0; count++) at = text.lastIndexOf(' ', at - 1);
  return Math.max(0, at);
}
