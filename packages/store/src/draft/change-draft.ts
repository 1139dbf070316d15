import { sql, type Transaction } from 'kysely';
import { diffRows, type TableDiff } from '../log/diff.js';
import { loadIssueRows } from '../log/load-rows.js';
import { applyDraftDiff } from '../log/write-rows.js';
import type { Definition } from '../names/definitions.js';
import type { ProjectedIssue } from '../project/issue.js';
import { diffEntities } from '../shared/entities.js';
import { touchedEvents } from '../shared/events.js';
import { curatedSlugs, type TypedSlug, touchedSlugs } from '../shared/redirects.js';
import { diffRubrics } from '../shared/rubrics.js';
import { touchedSeries } from '../shared/series.js';
import { refreshDraftEvents, refreshDraftRedirects, refreshDraftSeries } from './refresh-shared.js';

/** No rows: what a draft that goes leaves. */
export const NOTHING: ProjectedIssue = { rows: {}, rubrics: [], slugs: new Map() };

/** An issue with the rows that it is to have in the draft. */
export interface DraftChange {
  readonly issueId: string;
  readonly wanted: ProjectedIssue;
}

/** What else makes change what the preview shows of names. */
export interface DraftNames {
  /** Definitions that came or went. */
  readonly definitions?: readonly Definition[];
  /** Entities about which something was decided, and slugs that decisions lead, or led, elsewhere. */
  readonly decided?: readonly string[];
  readonly led?: readonly TypedSlug[];
  /** Slugs of entities that issues do not name any more. */
  readonly slugs?: ReadonlyMap<string, string>;
}

/**
 * Gives issues other rows in the draft, and what they share with others in the preview follows. Names are told once all of them have their rows: in
 * between, a name may be that of two entities.
 */
export async function changeDrafts(
  trx: Transaction<unknown>,
  changes: readonly DraftChange[],
  { definitions = [], decided = [], led = [], slugs: known = new Map() }: DraftNames = {},
): Promise<void> {
  const diff: TableDiff[] = [];
  for (const { issueId, wanted } of changes)
    diff.push(...diffRows(await loadIssueRows(trx, 'draft', issueId), wanted.rows));
  await applyDraftDiff(trx, diff);
  const slugs = new Map([...known, ...changes.flatMap(({ wanted }) => [...wanted.slugs])]);
  const rubrics = changes.flatMap(({ wanted }) => wanted.rubrics);
  const names = [
    ...(await diffEntities(trx, 'draft', { diff, slugs, definitions, decided })),
    ...(await diffRubrics(trx, 'draft', diff, rubrics)),
  ];
  await applyDraftDiff(trx, names);
  const hidden = await sharedByPublished(
    trx,
    changes.map(({ issueId }) => issueId),
  );
  await refreshDraftEvents(trx, [...touchedEvents(diff), ...hidden.events]);
  await refreshDraftSeries(trx, [...(await touchedSeries(trx, 'preview', diff)), ...hidden.series]);
  await refreshDraftRedirects(trx, [...touchedSlugs(names), ...(await curatedSlugs(trx, names)), ...led]);
}

interface Hidden {
  readonly events: readonly string[];
  readonly series: readonly string[];
}

/** Events of issues' published forms, and titles of their parts, which drafts of them hide in the preview. */
async function sharedByPublished(trx: Transaction<unknown>, issueIds: readonly string[]): Promise<Hidden> {
  const { rows } = await sql<Hidden>`
    select array(select distinct m.event_id from published.event_mention m where m.issue_id = any(${issueIds}::text[])) as events,
      array(select distinct i.series_key from published.item i where i.issue_id = any(${issueIds}::text[]) and i.series_key is not null) as series
  `.execute(trx);
  return rows[0] ?? { events: [], series: [] };
}
