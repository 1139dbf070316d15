import { describe, expect, it } from 'vitest';
import { rustEventLines, undatedEventLines } from './rust-event-lines.js';

const document = [
  '# Updates',
  '* 1/2. Not in a section of events',
  '## Upcoming Events',
  '',
  '### Virtual',
  '* 2031-12-20 | Virtual (Lantern, FI) | [Quay Coders](https://quay.example/)',
  '    * [**Rust | by Lamplight**](https://quay.example/1) | [**Mirror**](https://quay.example/2)',
  '    * [**Late Lamps**](https://quay.example/3)',
  '* 2031-12-30 - 2032-01-02| Virtual | [Quay Coders](https://quay.example/)',
  '    * [**Broken**]https://quay.example/4)',
  '### Europe',
  '* 2031-12-21 | Oslo, NO + Virtual | [Quay Coders](https://quay.example/)',
  '    * [Plain](https://quay.example/5)',
  '* [12/30 - 1/2. ./winter Sprint](https://quay.example/6).',
  '* **[12/19. Rust Hamburg @ Pier](https://quay.example/7)**.',
  '* [January 7, Oslo, NO - Wicks - and Glass - Quay Coders](https://quay.example/8)',
  '* [January 8, 2032 | Oslo, NO| **Glass || Tin** | Quay Coders](https://quay.example/9)',
  '* [February 9th, 2032, Online - Lamps](https://quay.example/10)',
  '* [Some day soon](https://quay.example/11)',
  'If you run an event on 1/3. tell us',
  '## Jobs',
  '* 1/4. Not an event any more',
].join('\n');

describe('rustEventLines', () => {
  it('finds each dated list line of event sections, with its days, place and titles', () => {
    expect(rustEventLines(document, '2031-12-17')).toEqual([
      {
        line: 6,
        dates: ['2031-12-20', '2031-12-20'],
        place: 'Lantern, FI',
        titles: ['Rust | by Lamplight', 'Late Lamps'],
      },
      { line: 9, dates: ['2031-12-30', '2032-01-02'], place: null, titles: ['Broken'] },
      { line: 12, dates: ['2031-12-21', '2031-12-21'], place: 'Oslo, NO', titles: ['Plain'] },
      { line: 14, dates: ['2031-12-30', '2032-01-02'], place: null, titles: ['./winter Sprint'] },
      { line: 15, dates: ['2031-12-19', '2031-12-19'], place: 'Hamburg @ Pier', titles: ['Rust Hamburg @ Pier'] },
      { line: 16, dates: ['2032-01-07', '2032-01-07'], place: 'Oslo, NO', titles: ['Wicks - and Glass - Quay Coders'] },
      { line: 17, dates: ['2032-01-08', '2032-01-08'], place: 'Oslo, NO', titles: ['Glass || Tin'] },
      { line: 18, dates: ['2032-02-09', '2032-02-09'], place: null, titles: ['Lamps'] },
    ]);
  });

  it('lists apart what has no date', () => {
    expect(undatedEventLines(document, '2031-12-17')).toEqual([
      { line: 19, text: '* [Some day soon](https://quay.example/11)' },
    ]);
  });
});
