import type { IssueReading } from '@broadsheet/parser';
import type { Transaction } from 'kysely';
import type { EntityCuration } from '../curation/entity-curation.js';
import { loadCuration } from '../curation/load-curation.js';
import { byShortKey, type Definition, definitionsOf, findByShortKey, without } from '../names/definitions.js';
import { baseKeys, type SourceTies } from '../names/source-ties.js';
import { type IssueFacts, type ProjectedIssue, projectIssue } from '../project/issue.js';
import { recurringHeadings, type SingleHeading } from '../shared/recurring-headings.js';
import type { OthersRead } from './read-others.js';

/** What an issue is projected by beside what is stored. */
export interface ProjectOptions {
  /** For a draft, what it would take the place of: what only that defines is not known any more. */
  readonly instead?: IssueReading | undefined;
  /** Other decisions about entities than those that hold. */
  readonly decided?: EntityCuration;
  /** The publication's single headings beside those of the issue, where they are read already. */
  readonly single?: Promise<readonly SingleHeading[]>;
  /** What a new issue is shown by of all others, where it is read already. */
  readonly others?: OthersRead | undefined;
}

/** The rows of an issue with its source lines tied by all that is known. */
export async function project(
  trx: Transaction<unknown>,
  facts: IssueFacts,
  { instead, decided, single, others }: ProjectOptions = {},
): Promise<ProjectedIssue> {
  const { id: issueId, publication, reading } = facts;
  const [ties, curation, recurring] = await Promise.all([
    tiesFor(trx, facts, definitionsOf(instead), others?.definitions),
    decided ?? loadCuration(trx),
    others?.recurring ?? recurringHeadings(trx, { issueId, publicationId: publication.id }, reading.sections, single),
  ]);
  return projectIssue(facts, { ties, curation, recurring });
}

async function tiesFor(
  trx: Transaction<unknown>,
  { reading }: IssueFacts,
  replaced: readonly Definition[],
  known?: Promise<readonly Definition[]>,
): Promise<SourceTies> {
  const printed = reading.items.flatMap(({ attributions }) => attributions.map(({ value }) => value));
  // The issue's own come first in any case.
  const all = await (known ?? findByShortKey(trx, baseKeys(printed)));
  const others = [...all.filter(({ uses }) => uses > 1), ...without(all, replaced)];
  return { own: byShortKey(definitionsOf(reading)), all: byShortKey(others) };
}
