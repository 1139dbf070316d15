import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keywordKey } from './keyword-key.js';
import { nameKey } from './slug.js';

interface Pair {
  readonly line: string;
  readonly names: readonly [string, string];
  readonly isOne: boolean;
}

const PAIRS = readFileSync(new URL('fixtures/keyword-pairs.txt', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line): Pair[] => {
    const [, a, sign, b] = /^(?!#)(.+?) (=|<>) (.+)$/.exec(line) ?? [];
    return a === undefined || b === undefined ? [] : [{ line, names: [a, b], isOne: sign === '=' }];
  });

const foldsOf = (pairs: readonly Pair[]) => pairs.filter(({ names: [a, b] }) => keywordKey(a) === keywordKey(b));

describe('keywordKey', () => {
  it('folds no two keywords that are two, and all labelled forms of one', () => {
    const [one, two] = [PAIRS.filter(({ isOne }) => isOne), PAIRS.filter(({ isOne }) => !isOne)];
    expect([one.length, two.length]).toEqual([expect.toSatisfy(isMany), expect.toSatisfy(isMany)]);
    expect(foldsOf(two).map(({ line }) => line)).toEqual([]);
    const folded = foldsOf(one);
    expect(one.filter((pair) => !folded.includes(pair)).map(({ line }) => line)).toEqual([]);
  });

  it.each(['潮汐', '★', 'الموانئ', 'Тарифы', 'Actions de mer', 'GPS', ''])('is the slug of %j', (name) => {
    expect(keywordKey(name)).toBe(nameKey(name));
  });

  it('is one for all names that have one slug', () => {
    for (const { names } of PAIRS) for (const name of names) expect(keywordKey(nameKey(name))).toBe(keywordKey(name));
  });
});

function isMany(count: number): boolean {
  return count >= 90;
}
