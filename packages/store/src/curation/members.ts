import type { Transaction } from 'kysely';
import { findReading, getFacts, getIssue } from '../editorial/load.js';
import { nameKey } from '../identity/slug.js';
import type { StateSchema } from '../log/load-rows.js';
import { project } from '../log/project-issue.js';
import type { Rows } from '../project/rows.js';
import type { EntityTable } from '../shared/tallies.js';
import { type EntityCuration, entityCuration, mergesIn, rootOf } from './entity-curation.js';
import type { EntityToDecide } from './entity-to-decide.js';
import { issuesThatName } from './issues-that-name.js';

/** Keys of the printed forms that each entity would have by itself which now are this one's. */
export type Members = ReadonlyMap<string, ReadonlySet<string>>;

/** Of an entity and of all that was merged into it, as items print them. */
export async function listMembers(
  trx: Transaction<unknown>,
  curation: EntityCuration,
  { id, table }: EntityToDecide,
): Promise<Members> {
  const apart = entityCuration(
    curation.decisions.filter(
      ({ operation, subject_id }) => operation !== 'MERGE' || rootOf(curation, subject_id) !== id,
    ),
  );
  const members = new Map<string, Set<string>>();
  for (const state of ['published', 'draft'] as const) {
    for (const issue of await issuesThatName(trx, state, [id])) {
      for (const form of formsIn(await rowsOf(trx, state, issue, apart), table)) {
        if (rootOf(curation, form.id) !== id) continue;
        members.set(form.id, (members.get(form.id) ?? new Set()).add(nameKey(form.name)));
      }
    }
  }
  return members;
}

/** The same of those merged into it that no item prints any more: what they were called when they were merged. */
export function listUnprinted(curation: EntityCuration, members: Members, { id }: EntityToDecide): Members {
  const merges = mergesIn(curation);
  const gone = merges.filter(({ subject_id }) => !members.has(subject_id) && rootOf(curation, subject_id) === id);
  return new Map(
    gone.map(({ subject_id, data: { names, slug } }) => [
      subject_id,
      new Set(names.length === 0 ? [slug] : names.map(nameKey)),
    ]),
  );
}

async function rowsOf(
  trx: Transaction<unknown>,
  state: StateSchema,
  issueId: string,
  apart: EntityCuration,
): Promise<Rows> {
  const { published_ordinal, latest_ordinal } = await getIssue(trx, issueId);
  const ordinal = state === 'published' ? (published_ordinal ?? latest_ordinal) : latest_ordinal;
  const facts = await getFacts(trx, issueId, ordinal, state);
  const instead = state === 'draft' ? await findReading(trx, 'published', issueId) : undefined;
  return (await project(trx, facts, { instead, decided: apart })).rows;
}

function formsIn(rows: Rows, table: EntityTable): { readonly id: string; readonly name: string }[] {
  switch (table) {
    case 'source':
      return (rows.attribution ?? []).map(({ source_id, printed }) => ({ id: source_id, name: printed }));
    case 'keyword':
      return (rows.item_keyword ?? []).map(({ keyword_id, printed }) => ({ id: keyword_id, name: printed }));
    case 'contributor':
      return (rows.byline ?? []).map(({ contributor_id, name }) => ({ id: contributor_id, name }));
    default:
      return table satisfies never;
  }
}

/** Whether all of some keys are among others. */
export function isWithin(forms: ReadonlySet<string>, keys: ReadonlySet<string>): boolean {
  return [...forms].every((form) => keys.has(form));
}

/** With those between that no item prints any more: what was merged into them comes back in them. */
export function withUnprinted(
  curation: EntityCuration,
  members: Members,
  printed: readonly string[],
): readonly string[] {
  const merges = mergesIn(curation);
  const covered = new Set(printed);
  const isBetween = (id: string): boolean => {
    const inside = merges.filter(({ data }) => data.into === id);
    return !members.has(id) && inside.length > 0 && inside.every(({ subject_id }) => covered.has(subject_id));
  };
  for (let before = -1; before !== covered.size; ) {
    before = covered.size;
    for (const { subject_id } of merges) if (isBetween(subject_id)) covered.add(subject_id);
  }
  return [...covered];
}
