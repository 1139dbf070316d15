import type { Transaction } from 'kysely';
import { changeDrafts, type DraftChange } from '../draft/change-draft.js';
import { followPublished, hasDrafts } from '../draft/follow-published.js';
import { findReading, getFacts, getIssue } from '../editorial/load.js';
import { appendChange } from '../log/append-change.js';
import { diffRows, type TableDiff } from '../log/diff.js';
import { loadIssueRows } from '../log/load-rows.js';
import type { LogPlace } from '../log/log-head.js';
import { project } from '../log/project-issue.js';
import { type DecidedBeside, type PublishedChange, writeAll } from '../log/publish-rows.js';
import type { TypedSlug } from '../shared/redirects.js';
import type { EntityCuration } from './entity-curation.js';
import { issuesThatName } from './issues-that-name.js';
import { loadCuration } from './load-curation.js';

/** A decision about entities that was written. */
export interface Decided {
  /** Those that it is about, before and after. */
  readonly ids: readonly string[];
  /** What was decided before. */
  readonly before: EntityCuration;
  /** What took the place of ids that no redirect leads on. */
  readonly replaced?: ReadonlyMap<string, string>;
  readonly note: string | null;
}

/**
 * Shows in `published` that what was decided about entities was told anew, where no issue is to be projected again for it. Returns the diff; the
 * preview is told by `showInDrafts`.
 */
export async function showDecided(
  trx: Transaction<unknown>,
  place: LogPlace,
  beside: Required<DecidedBeside>,
): Promise<readonly TableDiff[]> {
  const { slugs } = await loadCuration(trx);
  return writeAll(trx, place, { diff: [], slugs, rubrics: [], definitions: NO_DEFINITIONS, ...beside });
}

/** Shows a decision in what is public and in the preview: the issues that name the entities are projected again. Returns the seq of the change. */
export async function projectAgain(
  trx: Transaction<unknown>,
  place: LogPlace,
  decided: Decided,
): Promise<number | null> {
  const change = await publishAgain(trx, place, decided);
  if (await hasDrafts(trx)) {
    await followPublished(trx, change);
    await draftAgain(trx, decided);
  }
  const { note, replaced = new Map<string, string>() } = decided;
  const facts = { kind: 'CURATED', note, publication_id: null, issue_id: null, replaced } as const;
  return appendChange(trx, place, facts, change.diff);
}

const NO_DEFINITIONS = { changed: [], renamed: [], retied: [] } as const;

async function publishAgain(trx: Transaction<unknown>, place: LogPlace, decided: Decided): Promise<PublishedChange> {
  const diff: TableDiff[] = [];
  const slugs = new Map(decided.before.slugs);
  for (const id of await issuesThatName(trx, 'published', decided.ids)) {
    const { published_ordinal } = await getIssue(trx, id);
    if (published_ordinal === null) continue;
    const [own, present] = await Promise.all([
      getFacts(trx, id, published_ordinal, 'published').then((facts) => project(trx, facts)),
      loadIssueRows(trx, 'published', id),
    ]);
    diff.push(...diffRows(present, own.rows));
    for (const [entity, slug] of own.slugs) slugs.set(entity, slug);
  }
  const led = await ledSlugs(trx, decided);
  const change = { diff, slugs, rubrics: [], definitions: NO_DEFINITIONS, decided: decided.ids, led };
  const shared = await writeAll(trx, place, change);
  return { diff: [...diff, ...shared], definitions: NO_DEFINITIONS };
}

async function draftAgain(trx: Transaction<unknown>, decided: Decided): Promise<void> {
  const led = await ledSlugs(trx, decided);
  return showInDrafts(trx, { decided: decided.ids, led }, decided.before.slugs);
}

/** Shows in the preview what was decided about entities: the drafts that name them are projected again. */
export async function showInDrafts(
  trx: Transaction<unknown>,
  { decided, led }: Required<DecidedBeside>,
  slugs: ReadonlyMap<string, string>,
): Promise<void> {
  const changes: DraftChange[] = [];
  for (const id of await issuesThatName(trx, 'draft', decided)) {
    const { latest_ordinal } = await getIssue(trx, id);
    const facts = await getFacts(trx, id, latest_ordinal, 'draft');
    const instead = await findReading(trx, 'published', id);
    changes.push({ issueId: id, wanted: await project(trx, facts, { instead }) });
  }
  await changeDrafts(trx, changes, { decided, led, slugs });
}

/** The slugs that decisions lead to the entities, or led before. */
async function ledSlugs(trx: Transaction<unknown>, { ids, before }: Decided): Promise<TypedSlug[]> {
  const about = new Set(ids);
  const all = [...before.redirects, ...(await loadCuration(trx)).redirects];
  return all
    .filter(({ subject, target }) => about.has(target) || about.has(subject))
    .map(({ table, slug }) => ({ type: table, slug }));
}
