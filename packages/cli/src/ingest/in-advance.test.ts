import { describe, expect, it } from 'vitest';
import { inAdvance } from './in-advance.js';

const VALUES = ['a', 'b', 'c', 'd', 'e'];

/** What happened, in order. */
async function happenings(ahead: number, bad: readonly string[] = []): Promise<string[]> {
  const told: string[] = [];
  const work = {
    ahead,
    prepare: async (value: string) => value,
    act: async (value: string) => {
      told.push(`begin ${value}`);
      // The earlier the value the longer it takes.
      await new Promise((resolve) => setTimeout(resolve, 4 * (VALUES.length - VALUES.indexOf(value))));
      if (bad.includes(value)) throw new Error(value);
      return value.toUpperCase();
    },
  };
  for await (const { index, end } of inAdvance(VALUES, work)) {
    told.push(
      await end.then(
        (result) => `${index} ${result}`,
        () => `${index} failed`,
      ),
    );
  }
  return told;
}

describe('inAdvance', () => {
  it('begins with so many values before the end of one, and gives the ends in order', async () => {
    const told = await happenings(2);
    expect(told.filter((line) => line.startsWith('begin'))).toEqual(VALUES.map((value) => `begin ${value}`));
    expect(told.filter((line) => !line.startsWith('begin'))).toEqual(['0 A', '1 B', '2 C', '3 D', '4 E']);
    expect(told.indexOf('begin d')).toBeLessThan(told.indexOf('1 B'));
  });

  it('does one after another where nothing is to be begun with in advance', async () => {
    expect(await happenings(0)).toEqual(
      VALUES.flatMap((value, index) => [`begin ${value}`, `${index} ${value.toUpperCase()}`]),
    );
  });

  it('does one after another until one has ended well', async () => {
    const told = await happenings(2, ['a', 'b', 'd']);
    expect(told.slice(0, 6)).toEqual(['begin a', '0 failed', 'begin b', '1 failed', 'begin c', '2 C']);
    expect(told.slice(-2)).toEqual(['3 failed', '4 E']);
  });
});
