import { coerceInputValue, parse, typeFromAST, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../schema/schema.js';
import type { Contents } from '../start/contents.js';
import { examplesOf, WITHOUT_DATABASE } from './examples.js';

const NOTHING = { totalCount: 0, nodes: [] };
const EMPTY: Contents = {
  publications: [],
  issues: NOTHING,
  items: { totalCount: 0 },
  sources: NOTHING,
  keywords: NOTHING,
  events: NOTHING,
  upcoming: NOTHING,
};
const publication = { slug: 'quay', title: 'Quay' };
const event = { title: 'Race', startsOn: '2025-05-01', endsOn: null, place: null };
const FULL: Contents = {
  publications: [{ ...publication, homepage: null, issues: { totalCount: 1 } }],
  issues: { totalCount: 1, nodes: [{ slug: '7', title: 'Seven', publishedOn: null, publication }] },
  items: { totalCount: 1 },
  sources: { totalCount: 1, nodes: [{ slug: 'harbour-office', name: 'Harbour Office', itemCount: 1 }] },
  keywords: { totalCount: 1, nodes: [{ slug: 'ferries', name: 'Ferries', itemCount: 1 }] },
  events: { totalCount: 1, nodes: [event] },
  upcoming: { totalCount: 1, nodes: [event] },
};

describe('the examples that GraphiQL opens on', () => {
  it.each([...examplesOf(FULL, '2025-01-01'), ...examplesOf(EMPTY, '2025-01-01'), ...WITHOUT_DATABASE])(
    '$title is valid, and so are its variables',
    ({ query, variables }) => {
      const document = parse(query);
      expect(validate(schema, document)).toEqual([]);
      for (const definition of document.definitions) {
        if (!('variableDefinitions' in definition)) continue;
        for (const { variable, type } of definition.variableDefinitions ?? []) {
          const inputType = typeFromAST(schema, type);
          const value = variables[variable.name.value];
          if (value !== undefined && inputType && 'parseValue' in inputType) coerceInputValue(value, inputType);
        }
      }
    },
  );

  it('are about what is held', () => {
    expect(examplesOf(FULL, '2025-01-01').map(({ title, variables }) => [title, variables])).toEqual([
      ['Newest issues', { publication: 'quay' }],
      ['One issue', { publication: 'quay', slug: '7' }],
      ['Keyword', { slug: 'ferries' }],
      ['Source', { slug: 'harbour-office' }],
      ['Search', { query: 'Ferries' }],
      ['Upcoming events', { from: '2025-01-01' }],
    ]);
  });

  it('go back to the latest event where none is to come', () => {
    const past = examplesOf({ ...FULL, upcoming: NOTHING }, '2026-01-01');
    expect(past.at(-1)).toMatchObject({ title: 'Events', variables: { from: '2025-05-01' } });
  });

  it('are only those that find something', () => {
    const young = { ...EMPTY, publications: FULL.publications };
    expect(examplesOf(young, '2026-01-01').map(({ title }) => title)).toEqual(['Newest issues']);
  });
});
