import { expect, it } from 'vitest';
import { withSection } from './results.js';

const TEXT = '# Proofs\n\nHead.\n\n## a\n\nold\n\n## b\n\nother\n';

it('replaces the section of a proof in its place', () => {
  expect(withSection(TEXT, 'a', '## a\n\nnew')).toBe('# Proofs\n\nHead.\n\n## a\n\nnew\n\n## b\n\nother\n');
});

it('puts the section of a new proof behind the last', () => {
  expect(withSection(TEXT, 'c', '## c\n\nnew')).toBe(`${TEXT}\n## c\n\nnew\n`);
});
