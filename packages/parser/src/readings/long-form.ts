/** A long form that ends where its text ends; `start` is its index there. */
export interface LongForm {
  readonly text: string;
  readonly start: number;
}

/**
 * The shortest end of `before` in which the characters of `short` stand in order, the first of them at the beginning
 * of a word; null without one. At most `min(n + 5, 2n)` words are looked at, n being the characters of the short form.
 * It begins with no small word ('of' in 'Office of Quays (OQ)' is not where the O is), and an article before it is left out.
 */
export function findLongForm(short: string, before: string): LongForm | null {
  const from = startOfWords(before, Math.min(short.length + 5, short.length * 2));
  const begun = matchBackwards(short, before, from, smallWord) ?? matchBackwards(short, before, from, preposition);
  if (begun === null) return null;
  const start = begun + (article.exec(before.slice(begun))?.[0].length ?? 0);
  const text = before.slice(start);
  return isPlausible(short, text) ? { text, start } : null;
}

const article = /^(?:the|an?)\s+/i;
const preposition = /^(?:of|on|for|and|in|to|at|by|with|from)\s/i;
const smallWord = /^(?:of|on|for|and|in|to|at|by|with|from|the|an?)\s/i;

function matchBackwards(short: string, before: string, from: number, notFirst: RegExp): number | null {
  let at = before.length;
  for (let index = short.length - 1; index >= 0; index--) {
    const wanted = short.charAt(index).toLowerCase();
    if (!/[\p{L}\p{N}]/u.test(wanted)) continue;
    const fits = () => before.charAt(at).toLowerCase() === wanted && (index > 0 || isBeginning(before, at, notFirst));
    do at--;
    while (at >= from && !fits());
    if (at < from) return null;
  }
  return at;
}

function isBeginning(text: string, at: number, notFirst: RegExp): boolean {
  return (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) && !notFirst.test(text.slice(at, at + 6));
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
