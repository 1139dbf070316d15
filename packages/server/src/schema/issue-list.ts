import type { Lifted, OrderKey, Row, Scope } from '@broadsheet/pothos-kysely';
import type { IssueRow } from '@broadsheet/store';
import type { FieldKind } from '@pothos/core';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { NOW } from '../scopes.js';
import { builder, type ReadBuilder } from './builder.js';
import { DateRange } from './date-range.js';
import { IssueOrder, IssueStatus } from './enums.js';
import { askedOf, keptSum } from './kept-count.js';
import { anyOf, inRange, ofPublication } from './sql.js';

export const IssueFilter = builder.inputType('IssueFilter', {
  description: 'Narrows issues: fields narrow, the values of one field widen; an empty list finds nothing.',
  fields: (t) => ({
    publication: t.stringList({ description: 'Slugs of publications.' }),
    number: t.intList({ description: 'Printed numbers, which are not unique.' }),
    language: t.stringList({ description: 'BCP 47 tags, as the issue has them.' }),
    publishedOn: t.field({ type: DateRange, description: 'Its day lies in the range.' }),
    status: t.field({ type: [IssueStatus], description: 'Where it stands in its editorial life.' }),
  }),
});

/** `where` and `orderBy` of a list of issues. */
export function issueArgs<Shape, Kind extends FieldKind>(t: ReadBuilder<Shape, Kind>) {
  return {
    where: t.arg({ type: IssueFilter, description: 'Which issues.' }),
    orderBy: t.arg({ type: IssueOrder, required: true, defaultValue: 'NEWEST', description: 'In which order.' }),
  };
}

type Where = Lifted<typeof IssueFilter.$inferInput | null | undefined>;

/** What a filter asks of an issue. */
export function issueConditions(issue: Row<IssueRow>, where: Where, scope: Scope): RawBuilder<SqlBool>[] {
  if (!where) return [];
  const { publication, number, language, publishedOn, status } = where;
  return [
    ...(publication ? [ofPublication(issue, publication, scope)] : []),
    ...(number ? [sql<SqlBool>`${issue.ref('number')} = any(${number}::int[])`] : []),
    ...(language ? [anyOf(issue.ref('language'), language)] : []),
    ...inRange(issue.ref('published_on'), publishedOn),
    ...(status ? [anyOf(issue.ref('status'), status)] : []),
  ];
}

/** How many issues a filter finds, where that is kept: all, and those of publications. Null where they have to be counted. */
export function keptIssueCount(where: Where, scope: Scope): RawBuilder<unknown> | null {
  if (scope.key !== NOW.key) return null;
  const asked = askedOf(where);
  if (asked.length === 0) return keptSum(scope, 'issues', null);
  return asked.length === 1 && where?.publication ? keptSum(scope, 'issues', where.publication) : null;
}

/** The keys of an order of issues. */
export function issueOrder(issue: Row<IssueRow>, order: 'NEWEST' | 'OLDEST'): OrderKey[] {
  const key = order === 'NEWEST' ? issue.ref('newest_key') : issue.ref('oldest_key');
  return [{ key, direction: 'asc', type: 'text' }];
}
