import { describe, expect, it } from 'vitest';
import { readByline } from './byline.js';

describe('readByline', () => {
  it.each([
    ['Ada Quill', ['Ada Quill|null']],
    ['Ada Quill (Quill Chambers)', ['Ada Quill|Quill Chambers']],
    ['Ada Quill and Noor Vane', ['Ada Quill|null', 'Noor Vane|null']],
    ['Ada Quill, Noor Vane & Ilse Marsh', ['Ada Quill|null', 'Noor Vane|null', 'Ilse Marsh|null']],
    ['Ada Quill and Noor Vane (Quill Chambers)', ['Ada Quill|Quill Chambers', 'Noor Vane|Quill Chambers']],
    [
      'Ada Quill (Salt and Sail, Partners), Noor Vane (Tide Institute)',
      ['Ada Quill|Salt and Sail, Partners', 'Noor Vane|Tide Institute'],
    ],
    ['Ada Quill (Quill Chambers) and Noor Vane', ['Ada Quill|Quill Chambers', 'Noor Vane|null']],
    ['Ada Quill, Tide Institute', ['Ada Quill|Tide Institute']],
    ['(Quill Chambers)', ['(Quill Chambers)|null']],
  ])('reads the authors of %j', (text, authors) => {
    const read = readByline({ text, start: 3, line: 1, column: 4 });
    expect(read.map(({ name, affiliation }) => `${name}|${affiliation}`)).toEqual(authors);
    expect(read.map(({ span }) => text.slice(span.start - 3, span.end - 3))).toEqual(
      read.map(({ printed }) => printed),
    );
  });
});
