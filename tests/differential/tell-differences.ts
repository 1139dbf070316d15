import type { Compared } from './run-differential.js';

/** What differed, so that it can be seen and found again; empty where nothing did. */
export function tellDifferences({ differences }: Compared): string {
  return differences
    .map(
      ({ between, number, operation, variables, first, second }) =>
        `${between}, operation ${number}\n${operation}\n${variables}\n${first}\n${second}`,
    )
    .join('\n\n');
}
