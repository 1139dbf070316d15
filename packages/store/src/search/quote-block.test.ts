import { expect, it } from 'vitest';
import { BLOCK_DOCUMENTS, PLACE_BYTES, quoteBlock } from './quote-block.js';
import { markNumbers, printMarks, quoteMarks, readMarks } from './quote-marks.js';

const TEXTS = Array.from({ length: BLOCK_DOCUMENTS }, (_, index) => text(index, 200 + (index % 7) * 100));

it('leads from every mark to each document that has it, and to few others', () => {
  const { places, bits } = quoteBlock(TEXTS.map(quoteMarks));
  const may = (mark: number, document: number): boolean =>
    markNumbers(mark).every((number) => {
      const byte = bits[(number % places) * PLACE_BYTES + (document >> 3)] ?? 0;
      return (byte & (0x80 >> (document & 7))) !== 0;
    });
  let [others, astray] = [0, 0];
  const marks = TEXTS.map((one) => new Set(quoteMarks(one)));
  for (const mark of quoteMarks(TEXTS[100] ?? '').slice(0, 50)) {
    for (const [document, of] of marks.entries()) {
      if (of.has(mark)) expect(may(mark, document)).toBe(true);
      else {
        others += 1;
        if (may(mark, document)) astray += 1;
      }
    }
  }
  expect(others).toBeGreaterThan(10_000);
  expect(astray / others).toBeLessThan(0.01);
});

it('grows with the longest document, within bounds', () => {
  const { places } = blockOf('one two three', text(1, 10_000));
  expect(places).toBeGreaterThan(40_000);
  expect(blockOf(...Array.from({ length: 200 }, () => 'one two three'), text(1, 10_000)).places).toBeLessThan(10_000);
  expect(blockOf('', '').places).toBe(1);
});

it('is read from marks as they were printed', () => {
  const marks = quoteMarks(TEXTS[0] ?? '');
  expect(readMarks(Buffer.from(printMarks(marks), 'base64'))).toEqual(marks);
});

function blockOf(...texts: readonly string[]) {
  return quoteBlock(texts.map(quoteMarks));
}

/** Words that no other text has in this order. */
function text(seed: number, words: number): string {
  return Array.from({ length: words }, (_, index) => `word${(index * 7_919 + seed * 104_729) % 5_003}`).join(' ');
}
