import { describe, expect, it } from 'vitest';
import { diffWords } from './word-diff.js';

/** As git prints it. */
const printed = (before: string, after: string): string =>
  diffWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('');

describe('diffWords', () => {
  it.each([
    ['', '', ''],
    ['The quay is mended', 'The quay is mended', 'The quay is mended'],
    ['The quay is meended.', 'The quay is mended.', 'The quay is [-meended-]{+mended+}.'],
    ['', 'All new', '{+All new+}'],
    ['All gone', '', '[-All gone-]'],
    ['a b c', 'a c', 'a [-b -]c'],
    ['one two three four', 'one five six four', 'one [-two three-]{+five six+} four'],
    ['Dues: 5 %', 'Dues: 7 %', 'Dues: [-5-]{+7+} %'],
    ['港口 港', '港口 海', '港口 [-港-]{+海+}'],
  ])('tells %j to %j', (before, after, wanted) => expect(printed(before, after)).toBe(wanted));

  it('gives both texts back', () => {
    const words = 'quay lamp ferry toll barge'.split(' ');
    for (let seed = 1; seed < 200; seed += 1) {
      const text = (step: number) =>
        Array.from({ length: seed % 17 }, (_, i) => words[(i * step * seed) % 5]).join(' ');
      const [before, after] = [text(3), text(7)];
      const changes = diffWords(before, after);
      expect(
        changes
          .filter(({ kind }) => kind !== 'come')
          .map(({ text: part }) => part)
          .join(''),
      ).toBe(before);
      expect(
        changes
          .filter(({ kind }) => kind !== 'gone')
          .map(({ text: part }) => part)
          .join(''),
      ).toBe(after);
    }
  });

  it('takes texts of any length, and tells strangers as a whole', () => {
    const [a, b] = ['x ', 'y '].map((word) => word.repeat(20_000));
    expect(diffWords(a ?? '', b ?? '').map(({ kind }) => kind)).toEqual(['gone', 'come', 'same']);
  });
});
