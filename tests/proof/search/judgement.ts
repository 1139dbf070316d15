import type { JudgedQuery } from './judged-queries.js';

/** How well a query was answered. */
export interface Judgement {
  readonly query: string;
  /** nDCG@10: what was found, over the best that could be. */
  readonly gain: number;
  /** Whether the first item is one of those that were meant, or answer too. */
  readonly isFirst: boolean;
  readonly found: readonly string[];
}

/** Judges what a query found, the best first. @see https://doi.org/10.1145/582415.582418 */
export function judge({ query, answers }: JudgedQuery, found: readonly string[]): Judgement {
  const best = Object.values(answers).sort((a, b) => b - a);
  const gain = discounted(found.map((item) => answers[item] ?? 0)) / discounted(best);
  return { query, gain, isFirst: (answers[found[0] ?? ''] ?? 0) >= 2, found };
}

function discounted(grades: readonly number[]): number {
  return grades.slice(0, 10).reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}
