/** A source line, the body that a person says it names, and the source it was tied to. */
export interface TiedName {
  readonly printed: string;
  readonly body: string;
  readonly source: string;
}

/** How ties agree with their labels, by pairs of lines: a tie says that two lines name one body. */
export interface NameScore {
  readonly names: number;
  readonly bodies: number;
  /** Pairs of different lines that have one source; pairs that have one body; both. */
  readonly tied: number;
  readonly same: number;
  readonly right: number;
  /** From 0 to 1: of tied pairs, those of one body; of pairs of one body, those tied. */
  readonly precision: number;
  readonly recall: number;
  /** One line for each pair that is tied and should not be, or the other way round. */
  readonly misses: readonly string[];
}

/** Compares every pair of different source lines. */
export function scoreNames(names: readonly TiedName[]): NameScore {
  const pairs = names.flatMap((left, index) => names.slice(index + 1).map((right) => compare(left, right)));
  const count = (is: (pair: Pair) => boolean) => pairs.filter(is).length;
  const tied = count((pair) => pair.isTied);
  const same = count((pair) => pair.isSame);
  const right = count((pair) => pair.isTied && pair.isSame);
  return {
    names: names.length,
    bodies: new Set(names.map(({ body }) => body)).size,
    tied,
    same,
    right,
    precision: tied === 0 ? 1 : right / tied,
    recall: same === 0 ? 1 : right / same,
    misses: pairs.filter(({ isTied, isSame }) => isTied !== isSame).map(missOf),
  };
}

interface Pair {
  readonly left: TiedName;
  readonly right: TiedName;
  readonly isTied: boolean;
  readonly isSame: boolean;
}

function compare(left: TiedName, right: TiedName): Pair {
  return { left, right, isTied: left.source === right.source, isSame: left.body === right.body };
}

function missOf({ left, right, isTied }: Pair): string {
  return `'${left.printed}' and '${right.printed}' are ${isTied ? 'tied and name two bodies' : 'one body and not tied'}`;
}
