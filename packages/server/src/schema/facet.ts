import type { KeysetPage } from '@broadsheet/pothos-kysely';
import type { FieldKind } from '@pothos/core';
import { GraphQLError } from 'graphql';
import { sql } from 'kysely';
import { facetsOf } from '../search/facets.js';
import { builder, type ReadBuilder } from './builder.js';

export const FacetField = builder.enumType('FacetField', {
  description: 'By what items are counted.',
  values: {
    PUBLICATION: { description: 'Their publication.' },
    RUBRIC: { description: 'Each rubric that they stand under, those above it among them.' },
    KEYWORD: { description: 'Each of their keywords.' },
    SOURCE: { description: 'Each of their sources.' },
    KIND: { description: 'How they read.' },
    YEAR: { description: 'The year of their issue.' },
    MONTH: { description: 'The month of their issue.' },
  } as const,
});

/** One value and how many items of a list have it. */
export interface FacetRow {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  /** What facets are ordered by. */
  readonly place: number;
}

export const Facet = builder.objectRef<FacetRow>('Facet');
builder.objectType(Facet, {
  description: 'A value, and how many items of the whole list have it.',
  fields: (t) => ({
    value: t.column('value', {
      type: 'String',
      description: "What a filter takes; '2025' and '2025-12' of a year and a month.",
    }),
    label: t.column('label', { type: 'String', description: 'What readers call it.' }),
    count: t.column('count', { type: 'Int', description: 'Items of the whole list.' }),
  }),
});

/** How many facets may be asked for at once. */
const MOST = 100;

/** The field `facets` of a connection of items. */
export function facetsField<Node, Kind extends FieldKind>(t: ReadBuilder<KeysetPage<Node>, Kind>) {
  return t.many({
    type: [Facet],
    description:
      'Counts over the whole list, not only this page: the commonest first; YEAR and MONTH from the earliest on. Items without a value are not counted.',
    args: {
      by: t.arg({ type: FacetField, required: true, description: 'By what.' }),
      first: t.arg.int({ required: true, defaultValue: 20, description: `How many, 1 to ${MOST}.` }),
    },
    check: ({ args }) => checkListSize('facets', args.first),
    table: ({ list, args, scope }) => (list === null ? sql`(select null)` : facetsOf(list, args.by, scope)),
    on: () => [],
    orderBy: ({ target }) => [target.ref('place'), target.ref('value')],
    limit: ({ args }) => args.first,
  });
}

/** Throws PAGE_SIZE for a list of fewer than one or more than a hundred. */
export function checkListSize(field: string, first: number): void {
  if (first >= 1 && first <= MOST) return;
  throw new GraphQLError(`${field}(first: ${first}): ask for 1 to ${MOST}.`, {
    extensions: { code: 'PAGE_SIZE', limit: MOST },
  });
}
