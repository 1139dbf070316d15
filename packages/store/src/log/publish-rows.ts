import { sql, type Transaction } from 'kysely';
import { getFacts } from '../editorial/load.js';
import { countDefinitions, type DefinitionChange } from '../names/count-definitions.js';
import { definitionsOf } from '../names/definitions.js';
import type { IssueFacts, ProjectedIssue } from '../project/issue.js';
import { diffEntities } from '../shared/entities.js';
import { diffEvents, touchedEvents } from '../shared/events.js';
import { diffRedirects } from '../shared/redirects.js';
import { diffRubrics } from '../shared/rubrics.js';
import { diffSeries, touchedSeries } from '../shared/series.js';
import type { RubricRow } from '../tables.js';
import { diffRows, type TableDiff } from './diff.js';
import { loadIssueRows } from './load-rows.js';
import type { LogPlace } from './log-head.js';
import { project } from './project-issue.js';
import { applyDiff } from './write-rows.js';

/** An issue as it is to be public, and what its definitions were before. */
export interface Publishing {
  readonly facts: IssueFacts;
  /** The reading that was public before; none where none was. */
  readonly before: IssueFacts['reading'] | undefined;
}

/** What publishing changed: the rows of `published`, and the definitions that all issues share. */
export interface PublishedChange {
  readonly diff: readonly TableDiff[];
  readonly definitions: DefinitionChange;
}

/**
 * Makes `published` show an issue: its rows, those of other issues that its definitions tie anew, and what issues share. Writes only
 * differences, and returns them.
 */
export async function publishRows(
  trx: Transaction<unknown>,
  place: LogPlace,
  { facts, before }: Publishing,
): Promise<PublishedChange> {
  const definitions = await countDefinitions(trx, definitionsOf(before), definitionsOf(facts.reading));
  return replaceRows(trx, place, { issueId: facts.id, own: await project(trx, facts), definitions });
}

/** The rows that an issue is to have in `published`, and what its definitions did. */
export interface Replacing {
  readonly issueId: string;
  readonly own: ProjectedIssue;
  readonly definitions: DefinitionChange;
}

/** Gives an issue other rows in `published`; other issues, and what issues share, follow. */
export async function replaceRows(
  trx: Transaction<unknown>,
  place: LogPlace,
  { issueId, own, definitions }: Replacing,
): Promise<PublishedChange> {
  const present = await loadIssueRows(trx, 'published', issueId);
  const others = await projectAgain(trx, issueId, definitions.retied);
  const diff = [...diffRows(present, own.rows), ...others.diff];
  await applyDiff(trx, place.seq, diff);
  const slugs = new Map([...own.slugs, ...others.slugs]);
  const shared = await publishShared(trx, place, { diff, slugs, rubrics: own.rubrics, definitions });
  return { diff: [...diff, ...shared], definitions };
}

/** Issues that print a short form which now leads elsewhere are projected anew from the readings they have. */
async function projectAgain(
  trx: Transaction<unknown>,
  except: string,
  keys: readonly string[],
): Promise<{ diff: TableDiff[]; slugs: ReadonlyMap<string, string> }> {
  if (keys.length === 0) return { diff: [], slugs: new Map() };
  const { rows } = await sql<{ issue_id: string; ordinal: number }>`
    select i.id as issue_id, i.published_ordinal as ordinal from editorial.issue i
    where i.id in (select a.issue_id from published.attribution a where a.base_key = any(${keys}::text[])) and i.id <> ${except}
    order by i.id
  `.execute(trx);
  const diff: TableDiff[] = [];
  const slugs = new Map<string, string>();
  for (const { issue_id, ordinal } of rows) {
    const projected = await project(trx, await getFacts(trx, issue_id, ordinal, 'published'));
    diff.push(...diffRows(await loadIssueRows(trx, 'published', issue_id), projected.rows));
    for (const [id, slug] of projected.slugs) slugs.set(id, slug);
  }
  return { diff, slugs };
}

interface SharedInput {
  readonly diff: readonly TableDiff[];
  readonly slugs: ReadonlyMap<string, string>;
  readonly rubrics: readonly RubricRow[];
  readonly definitions: DefinitionChange;
}

/** What issues share is told by the rows they own, so those are written first. */
async function publishShared(
  trx: Transaction<unknown>,
  place: LogPlace,
  { diff, slugs, rubrics, definitions }: SharedInput,
): Promise<TableDiff[]> {
  const shared = [
    ...(await diffEntities(trx, 'published', { diff, slugs, definitions: definitions.changed })),
    ...(await diffRubrics(trx, 'published', diff, rubrics)),
    ...(await diffEvents(trx, touchedEvents(diff))),
    ...(await diffSeries(trx, touchedSeries(diff))),
  ];
  await applyDiff(trx, place.seq, shared);
  const redirects = await diffRedirects(trx, shared);
  await applyDiff(trx, place.seq, redirects);
  return [...shared, ...redirects];
}
