import type { Lifted, OrderKey, Row, Scope } from '@broadsheet/pothos-kysely';
import type { IssueRow } from '@broadsheet/store';
import type { FieldKind } from '@pothos/core';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { builder, type ReadBuilder } from './builder.js';
import { DateRange } from './date-range.js';
import { IssueOrder, IssueStatus } from './enums.js';
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

/** The keys of an order of issues. */
export function issueOrder(issue: Row<IssueRow>, order: 'NEWEST' | 'OLDEST'): OrderKey[] {
  const key = order === 'NEWEST' ? issue.ref('newest_key') : issue.ref('oldest_key');
  return [{ key, direction: 'asc', type: 'text' }];
}
