import { sql, type Transaction } from 'kysely';
import { findReading, getFacts } from '../editorial/load.js';
import { project } from '../log/project-issue.js';
import type { PublishedChange } from '../log/publish-rows.js';
import { applyDraftDiff } from '../log/write-rows.js';
import type { DefinitionChange } from '../names/count-definitions.js';
import { diffEntities } from '../shared/entities.js';
import { touchedEvents } from '../shared/events.js';
import { curatedSlugs, touchedSlugs } from '../shared/redirects.js';
import { touchedSeries } from '../shared/series.js';
import { changeDrafts, type DraftChange } from './change-draft.js';
import { draftSlugs, refreshDraftEvents, refreshDraftRedirects, refreshDraftSeries } from './refresh-shared.js';

/** Whether the preview differs from what is published at all. */
export async function hasDrafts(trx: Transaction<unknown>): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`select exists (select from draft.issue) as some`.execute(trx);
  return rows[0]?.some ?? false;
}

/** Brings the drafts up to date with what was published; `decided` are entities about which decisions say something else now. */
export async function followPublished(
  trx: Transaction<unknown>,
  change: PublishedChange,
  decided: readonly string[] = [],
): Promise<void> {
  const { diff, definitions } = change;
  const tied: DraftChange[] = [];
  for (const draft of await draftsTiedAnew(trx, definitions)) tied.push(await tieAnew(trx, draft));
  if (tied.length > 0) await changeDrafts(trx, tied);
  const names = await diffEntities(trx, 'draft', {
    diff: [],
    slugs: new Map(),
    definitions: definitions.changed,
    decided,
  });
  await applyDraftDiff(trx, names);
  await refreshDraftEvents(trx, touchedEvents(diff));
  await refreshDraftSeries(trx, await touchedSeries(trx, 'preview', diff));
  await refreshDraftRedirects(trx, [
    ...touchedSlugs([...diff, ...names]),
    ...(await curatedSlugs(trx, [...diff, ...names])),
    ...(await draftSlugs(trx, diff)),
  ]);
}

interface ShownDraft {
  readonly issue_id: string;
  readonly ordinal: number;
}

/**
 * Drafts that print a short form which has other full names now. A draft does not count what its own published form defines, so for one
 * that has such a form a count that went from one issue to two is news as well.
 */
async function draftsTiedAnew(
  trx: Transaction<unknown>,
  { changed, renamed }: DefinitionChange,
): Promise<readonly ShownDraft[]> {
  if (changed.length === 0) return [];
  const keys = changed.map(({ short_key }) => short_key);
  const { rows } = await sql<ShownDraft>`
    select distinct i.id as issue_id, i.latest_ordinal as ordinal
    from draft.attribution a join editorial.issue i on i.id = a.issue_id
    where a.base_key = any(${keys}::text[])
      and (a.base_key = any(${renamed}::text[]) or i.published_ordinal is not null)
    order by i.id
  `.execute(trx);
  return rows;
}

async function tieAnew(trx: Transaction<unknown>, { issue_id, ordinal }: ShownDraft): Promise<DraftChange> {
  const facts = await getFacts(trx, issue_id, ordinal, 'draft');
  const instead = await findReading(trx, 'published', issue_id);
  return { issueId: issue_id, wanted: await project(trx, facts, { instead }) };
}
