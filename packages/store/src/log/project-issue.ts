import type { IssueReading } from '@broadsheet/parser';
import type { Transaction } from 'kysely';
import { byShortKey, type Definition, definitionsOf, findByShortKey, without } from '../names/definitions.js';
import { baseKeys, type SourceTies } from '../names/source-ties.js';
import { type IssueFacts, type ProjectedIssue, projectIssue } from '../project/issue.js';
import { recurringHeadings } from '../shared/recurring-headings.js';

/**
 * The rows of an issue with its source lines tied by all that is known. For a draft, `instead` is what it would take the place of: what
 * only that defines is not known any more.
 */
export async function project(
  trx: Transaction<unknown>,
  facts: IssueFacts,
  instead?: IssueReading,
): Promise<ProjectedIssue> {
  const { id: issueId, publication, reading } = facts;
  const ties = await tiesFor(trx, facts, definitionsOf(instead));
  const recurring = await recurringHeadings(trx, { issueId, publicationId: publication.id }, reading.sections);
  return projectIssue(facts, ties, recurring);
}

async function tiesFor(
  trx: Transaction<unknown>,
  { reading }: IssueFacts,
  replaced: readonly Definition[],
): Promise<SourceTies> {
  const printed = reading.items.flatMap(({ attributions }) => attributions.map(({ value }) => value));
  const all = await findByShortKey(trx, baseKeys(printed));
  const others = [...all.filter(({ uses }) => uses > 1), ...without(all, replaced)];
  return { own: byShortKey(definitionsOf(reading)), all: byShortKey(others) };
}
