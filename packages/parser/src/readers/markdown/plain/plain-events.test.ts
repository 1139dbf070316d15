import { describe, expect, it } from 'vitest';
import { randomMarkdown } from '../../../testing/random-markdown.js';
import { readBothWays } from '../../../testing/read-both-ways.js';
import { plainEvents } from './plain-events.js';

const isDefined = (label: string): boolean => label === 'SAID';

describe('plainEvents', () => {
  it.each([
    ['a heading', '## The *lamps* of [Oslo](https://oslo.example/a_b)\n'],
    ['a paragraph of some lines', 'Lamps come\n  south, as\nthe quay tells.\n\nMore.\n'],
    ['a hard break', 'Lamps come  \nsouth\n'],
    [
      'a nested list',
      '* Lamps\n  go on here\n    * [**Quay** & `pier`](https://quay.example/?a=1&b=2)\n\n  More of it\n* Locks\n',
    ],
    ['a list of other bullets below a list', '* Lamps\n- Locks\n    + Rope\n'],
    ['a line that goes on outside of its list', '* Lamps come\nsouth\n'],
    ['links by labels', 'As [said], [as we said][said], and [said][]; [not said], [a] [b]\n'],
    ['brackets in a link', '* [[MIR] The lamps](https://a.example) and [video] [Lamps [2]](https://b.example)\n'],
    ['emphasis and strong words', '*Lamps*, **locks** and _rope_: snake_case, 2 * 3, **[a](https://a.example)**.\n'],
    ['code over two lines', '- The `lamp\n  --south` comes\n'],
    ['what is escaped', 'A \\*lamp\\* and a C:\\quay\n'],
    ['an address in angle brackets', 'Look at <https://quay.example/a_b> now\n'],
    ['definitions', 'Lamps\n\n[said]: https://quay.example/a_*b*?c&d\n[more]: {{site}}/x\n'],
  ])('takes %s, which reads as micromark reads it', (_, piece) => {
    expect(plainEvents(piece, isDefined)).not.toBeNull();
    for (const setting of ['flowed', 'printed'] as const) {
      const { plain, byMicromark } = readBothWays(`${piece}\n[said]: https://said.example\n`, setting);
      expect(plain).toEqual(byMicromark);
    }
  });

  it.each([
    ['a quotation', '> Lamps\n'],
    ['a numbered list', '1. Lamps\n'],
    ['a table', 'a|b\n-|-\n'],
    ['a line under a heading', 'Lamps\n=====\n'],
    ['a rule', 'Lamps\n\n* * *\n'],
    ['code between fences', '```\nlamp\n```\n'],
    ['code by its indent', 'Lamps\n\n    lamp\n'],
    ['HTML', 'A <b>lamp</b>\n'],
    ['a name of a character', 'Lamps &amp; locks\n'],
    ['an image', '![lamp](lamp.png)\n'],
    ['an address with a title', '[lamp](https://a.example "Lamp")\n'],
    ['a definition with a title', '[said]: https://a.example\n"Lamp"\n'],
    ['a definition over two lines', '[the\nquay]: https://a.example\n'],
    ['emphasis that does not end', 'A *lamp\n'],
    ['code that does not end', 'A `lamp\n'],
    ['a tab', '*\tLamp\n'],
    ['Windows line endings', 'Lamps\r\ncome\r\n'],
    ['a line of blanks that Markdown does not know', 'Lamps\n\u00a0\ncome\n'],
  ])('leaves %s to micromark', (_, piece) => {
    expect(plainEvents(piece, isDefined)).toBeNull();
  });

  it('reads 1,500 random documents as micromark does', () => {
    for (let seed = 1; seed <= 1_500; seed++) {
      const document = randomMarkdown(seed);
      const { plain, byMicromark } = readBothWays(document, seed % 2 === 0 ? 'flowed' : 'printed');
      expect(plain, JSON.stringify(document)).toEqual(byMicromark);
    }
  });
});
