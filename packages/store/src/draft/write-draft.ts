import { sql, type Transaction } from 'kysely';
import { loadIssueRows } from '../log/load-rows.js';
import { project } from '../log/publish-rows.js';
import { deleteDraftRows, insertAll } from '../log/write-rows.js';
import type { IssueFacts } from '../project/issue.js';
import type { Rows } from '../project/rows.js';
import { addDraftNames, dropUnusedNames } from './draft-names.js';
import { refreshDraftEvents, refreshDraftSeries } from './refresh-shared.js';

/** Makes the preview show a draft of an issue, in place of the one before it. */
export async function writeDraft(trx: Transaction<unknown>, facts: IssueFacts): Promise<void> {
  const before = await loadIssueRows(trx, 'draft', facts.id);
  const published = await loadIssueRows(trx, 'published', facts.id);
  const projected = await project(trx, facts);
  await deleteDraftRows(trx, facts.id);
  await insertAll(trx, 'draft', projected.rows, 0);
  await addDraftNames(trx, projected);
  await dropUnusedNames(trx, before);
  await refresh(trx, [before, published, projected.rows]);
}

/** Takes an issue's draft out of the preview, which then shows what is published. */
export async function dropDraft(trx: Transaction<unknown>, issueId: string): Promise<void> {
  const before = await loadIssueRows(trx, 'draft', issueId);
  if (before.issue === undefined) return;
  const published = await loadIssueRows(trx, 'published', issueId);
  await deleteDraftRows(trx, issueId);
  await dropUnusedNames(trx, before);
  await refresh(trx, [before, published]);
}

/** Whether the preview differs from what is published at all. */
export async function hasDrafts(trx: Transaction<unknown>): Promise<boolean> {
  const { rows } = await sql<{ some: boolean }>`select exists (select from draft.issue) as some`.execute(trx);
  return rows[0]?.some ?? false;
}

async function refresh(trx: Transaction<unknown>, states: readonly Rows[]): Promise<void> {
  const events = states.flatMap((rows) => rows.event_mention ?? []).map(({ event_id }) => event_id);
  const series = states.flatMap((rows) => rows.item ?? []).flatMap(({ series_id }) => series_id ?? []);
  await refreshDraftEvents(trx, [...new Set(events)]);
  await refreshDraftSeries(trx, [...new Set(series)]);
}
