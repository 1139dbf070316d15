import { ENOUGH, type ItemLook, likeness } from './likeness.js';

/** An item of a new reading beside one that is known, by their indices in the two lists, and how alike they are. */
export interface Pair {
  readonly look: number;
  readonly known: number;
  readonly score: number;
}

/** So many of the likest are kept for one item, so that a thousand that are all alike do not make a million pairs. */
const MOST_PAIRS = 32;

/**
 * The pairs of new and known items that are alike enough to be the same; of one item the likest, and of equally alike ones those that
 * `compare` puts first. Words are looked up in an index of the known ones instead of comparing each with each.
 */
export function findAlike(
  looks: readonly ItemLook[],
  known: readonly ItemLook[],
  compare: (a: Pair, b: Pair) => number,
): Pair[] {
  const titles = new WordIndex(known.map(({ titleWords }) => titleWords));
  const bodies = new WordIndex(known.map(({ words }) => words));
  return looks.flatMap((look, index) => {
    const title = titles.countShared(look.titleWords);
    const words = bodies.countShared(look.words);
    const pairs: Pair[] = [];
    for (const [other, knownLook] of known.entries()) {
      const shared = { title: title[other] ?? 0, words: words[other] ?? 0 };
      if (shared.title + shared.words === 0) continue;
      const score = likeness(look, knownLook, shared);
      if (score >= ENOUGH) pairs.push({ look: index, known: other, score });
    }
    return pairs.length <= MOST_PAIRS ? pairs : pairs.sort(compare).slice(0, MOST_PAIRS);
  });
}

/** Which sets hold a word. */
class WordIndex {
  readonly #size: number;
  readonly #holders = new Map<string, number[]>();

  constructor(sets: readonly ReadonlySet<string>[]) {
    this.#size = sets.length;
    for (const [index, set] of sets.entries()) {
      for (const word of set) {
        const holders = this.#holders.get(word);
        if (holders === undefined) this.#holders.set(word, [index]);
        else holders.push(index);
      }
    }
  }

  /** How many of the words each set holds, by its index. */
  countShared(words: ReadonlySet<string>): Uint32Array {
    const counts = new Uint32Array(this.#size);
    for (const word of words) {
      for (const index of this.#holders.get(word) ?? []) counts[index] = (counts[index] ?? 0) + 1;
    }
    return counts;
  }
}
