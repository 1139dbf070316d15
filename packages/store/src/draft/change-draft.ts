import { sql, type Transaction } from 'kysely';
import { diffRows } from '../log/diff.js';
import { loadIssueRows } from '../log/load-rows.js';
import { applyDraftDiff } from '../log/write-rows.js';
import type { Definition } from '../names/definitions.js';
import type { ProjectedIssue } from '../project/issue.js';
import { diffEntities } from '../shared/entities.js';
import { touchedEvents } from '../shared/events.js';
import { curatedSlugs, touchedSlugs } from '../shared/redirects.js';
import { diffRubrics } from '../shared/rubrics.js';
import { touchedSeries } from '../shared/series.js';
import { refreshDraftEvents, refreshDraftRedirects, refreshDraftSeries } from './refresh-shared.js';

/** No rows: what a draft that goes leaves. */
export const NOTHING: ProjectedIssue = { rows: {}, rubrics: [], slugs: new Map() };

/** Gives an issue other rows in the draft, and what it shares with others in the preview follows. `definitions` came or went with it. */
export async function changeDraft(
  trx: Transaction<unknown>,
  issueId: string,
  wanted: ProjectedIssue,
  definitions: readonly Definition[],
): Promise<void> {
  const diff = diffRows(await loadIssueRows(trx, 'draft', issueId), wanted.rows);
  await applyDraftDiff(trx, diff);
  const names = [
    ...(await diffEntities(trx, 'draft', { diff, slugs: wanted.slugs, definitions })),
    ...(await diffRubrics(trx, 'draft', diff, wanted.rubrics)),
  ];
  await applyDraftDiff(trx, names);
  const hidden = await sharedByPublished(trx, issueId);
  await refreshDraftEvents(trx, [...touchedEvents(diff), ...hidden.events]);
  await refreshDraftSeries(trx, [...(await touchedSeries(trx, 'preview', diff)), ...hidden.series]);
  await refreshDraftRedirects(trx, [...touchedSlugs(names), ...(await curatedSlugs(trx, names))]);
}

interface Hidden {
  readonly events: readonly string[];
  readonly series: readonly string[];
}

/** Events of an issue's published form, and titles of its parts, which a draft of it hides in the preview. */
async function sharedByPublished(trx: Transaction<unknown>, issueId: string): Promise<Hidden> {
  const { rows } = await sql<Hidden>`
    select array(select distinct m.event_id from published.event_mention m where m.issue_id = ${issueId}) as events,
      array(select distinct i.series_key from published.item i where i.issue_id = ${issueId} and i.series_key is not null) as series
  `.execute(trx);
  return rows[0] ?? { events: [], series: [] };
}
