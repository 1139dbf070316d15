import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../testing/random.js';
import { openMarkdown } from './markdown-reader.js';
import { isSimpleItem } from './simple-list.js';

const none = () => false;

/** The line in a document in which it may be simple, and in one in which more belongs to it. */
function readBoth(line: string): [unknown, unknown] {
  const [alone] = openMarkdown(`${line}\n\nEnd`).read('flowed').lines;
  const [continued] = openMarkdown(`${line}\n\n  more`).read('flowed').lines;
  return [alone, continued];
}

describe('isSimpleItem', () => {
  it.each([
    '* [The lamps of `oslo`](https://oslo.example/lamps), told',
    '- [video] [Lamps](https://a.example/b_c?d=e) - lit_by hand!',
    '* 5/4. Lock Night',
    '* [2031-01-04 | Oslo, NO | Lamps](https://a.example/)',
  ])('takes %j, which reads as all of Markdown reads it', (line) => {
    expect(isSimpleItem(line, none)).toBe(true);
    const [alone, continued] = readBoth(line);
    expect(alone).toEqual(continued);
  });

  it.each([
    '* *Lamps*',
    '* 1. Lamps',
    '* # Lamps',
    '*   Lamps',
    '* [Lamps][label]',
    '* [Lamps]',
    '* Lamps &amp; locks',
    '* Lamps <br>',
    '* Lamps ',
    '  * Lamps',
    '1. Lamps',
    '* `a `` b`',
  ])('leaves %j to the reader for all of Markdown', (line) => {
    expect(isSimpleItem(line, (label) => label === 'LAMPS')).toBe(false);
  });

  it('takes no line that reads otherwise than in all of Markdown', () => {
    const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000));
    console.info(`simple-list.test: SEED=${seed}`);
    const random = seededRandom(seed);
    const parts =
      '[|]|(|)|](https://a.example/b)|`|``|a b|_|a_b|!|![|&|& |&amp;|:|.|1. |[video] |"|~|**|| x |#|é|/|<T>|\\'.split(
        '|',
      );
    let simple = 0;
    for (let round = 0; round < 20_000; round++) {
      const words = Array.from(
        { length: 1 + Math.floor(random() * 9) },
        () => parts[Math.floor(random() * parts.length)],
      );
      const line = `* ${words.join('')}`;
      if (!isSimpleItem(line, none)) continue;
      simple++;
      const [alone, continued] = readBoth(line);
      expect(alone, line).toEqual(continued);
    }
    expect(simple).toBeGreaterThan(500);
  });
});
