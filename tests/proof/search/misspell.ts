import type { Random } from '../../sequences/random.js';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A word with one slip: a letter left out, put in or changed, or two that changed places; never the word itself. */
export function misspell(word: string, random: Random): string {
  for (;;) {
    const at = random.below(word.length - 1);
    const [before, letter, next, behind] = [
      word.slice(0, at),
      word.charAt(at),
      word.charAt(at + 1),
      word.slice(at + 2),
    ];
    const other = LETTERS.charAt(random.below(LETTERS.length));
    const spelt = random.pick([
      before + next + behind,
      before + letter + other + next + behind,
      before + other + next + behind,
      before + next + letter + behind,
    ]);
    if (spelt !== word) return spelt;
  }
}
