import { describe, expect, it } from 'vitest';
import { nameKey } from '../identity/slug.js';
import type { EntityDecision, Merge } from './entity-curation.js';
import { decisionsWithout, type LostNames } from './without-names.js';

const lost = (...names: string[]): LostNames => ({
  form: (_, name) => names.includes(name),
  key: (_, slug) => names.some((name) => nameKey(name) === slug),
});

const merge = (from: string, into: string, names: readonly string[]): Merge => ({
  operation: 'MERGE',
  subject_id: `keyword_${nameKey(from)}`,
  data: {
    into: `keyword_${nameKey(into)}`,
    slug: nameKey(from),
    key: nameKey(from),
    into_slug: nameKey(into),
    into_name: into,
    names,
  },
});

const split = (keys: readonly string[]): EntityDecision => ({
  operation: 'SPLIT',
  subject_id: 'source_1',
  data: { from: 'source_0', slug: keys[0] ?? '', key: `source_0/${keys[0]}`, keys },
});

const update = (data: object): EntityDecision => ({
  operation: 'UPDATE_ENTITY',
  subject_id: 'contributor_1',
  data: { natural_slug: 'ada-quill', natural_name: 'Ada Quill', ...data },
});

describe('decisions without the names that a purged text had', () => {
  it('stay as they are where none of them is told', () => {
    const decisions = [merge('Fog', 'Weather', ['Fog']), split(['sto', 'toll']), update({ name: 'A. Quill' })];
    expect(decisionsWithout(decisions, lost('Gull'))).toEqual([]);
  });

  it('merge nothing that has no name any more, and what was merged into that into the next', () => {
    const decisions = [merge('Mist', 'Fog', ['Mist']), merge('Fog', 'Weather', ['Fog'])];
    expect(decisionsWithout(decisions, lost('Fog'))).toEqual([
      { ...decisions[0], data: { ...merge('Mist', 'Weather', ['Mist']).data } },
      { operation: 'MERGE', subject_id: 'keyword_fog', data: null },
    ]);
  });

  it('tell one spelling less where another is left', () => {
    const decision = merge('Fog', 'Weather', ['FOG', 'Fog']);
    const forms: LostNames = { form: (_, name) => name === 'FOG', key: () => false };
    expect(decisionsWithout([decision], forms)).toEqual([{ ...decision, data: { ...decision.data, names: ['Fog'] } }]);
  });

  it('give the id for the slug of what is only there by what was merged into it', () => {
    const decision = merge('Fog', 'Weather', ['Fog']);
    expect(decisionsWithout([decision], lost('Weather'))).toEqual([
      { ...decision, data: { ...decision.data, into_slug: 'keyword_weather', into_name: 'Fog' } },
    ]);
  });

  it('split off the names that are left, or none', () => {
    expect(decisionsWithout([split(['sto', 'toll'])], lost('STO'))).toMatchObject([
      { data: { slug: 'toll', key: 'source_0/toll', keys: ['toll'] } },
    ]);
    expect(decisionsWithout([split(['sto'])], lost('STO'))).toMatchObject([{ data: null }]);
  });

  it('keep what editors wrote, unless it is such a name', () => {
    const decision = update({ name: 'The Quill', slug: 'quill', aliases: ['A. Q.', 'Ada Quill'] });
    expect(decisionsWithout([decision], lost('Ada Quill'))).toMatchObject([
      {
        data: {
          name: 'The Quill',
          slug: 'quill',
          aliases: ['A. Q.'],
          natural_slug: 'contributor_1',
          natural_name: 'The Quill',
        },
      },
    ]);
    expect(decisionsWithout([update({ aliases: ['Ada Quill'] })], lost('Ada Quill'))).toMatchObject([{ data: null }]);
  });
});
