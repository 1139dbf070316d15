import { isDeepStrictEqual } from 'node:util';
import { randomMarkdown, readBothWays } from '@broadsheet/parser/testing';
import { describe, expect, it } from 'vitest';
import { corpusDocuments } from './read-corpus.js';

const SETTINGS = ['flowed', 'printed'] as const;

describe('Markdown that is plain', () => {
  it.each(['twir', 'optech'] as const)('reads in %s as micromark reads it', { timeout: 300_000 }, (folder) => {
    for (const { name, document } of corpusDocuments(folder)) {
      for (const setting of SETTINGS) {
        const { plain, byMicromark } = readBothWays(document, setting);
        if (!isDeepStrictEqual(plain, byMicromark)) expect(plain, `${name}, ${setting}`).toEqual(byMicromark);
      }
    }
  });

  it('reads in 20,000 random documents as micromark reads it', { timeout: 300_000 }, () => {
    for (let seed = 10_000; seed < 30_000; seed++) {
      const document = randomMarkdown(seed);
      const { plain, byMicromark } = readBothWays(document, seed % 2 === 0 ? 'flowed' : 'printed');
      if (!isDeepStrictEqual(plain, byMicromark)) expect(plain, JSON.stringify(document)).toEqual(byMicromark);
    }
  });
});
