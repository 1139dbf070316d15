import type { Transaction } from 'kysely';
import { recordAudit } from '../audit/record-audit.js';
import { assertBindable } from '../database/bindable.js';
import type { Database } from '../database/database.js';
import { StoreError } from '../database/store-error.js';
import { findReading, getFacts, getIssue } from '../editorial/load.js';
import { makeId } from '../identity/id.js';
import { nameKey } from '../identity/slug.js';
import type { StateSchema } from '../log/load-rows.js';
import { lockLog } from '../log/log-head.js';
import { project } from '../log/project-issue.js';
import type { Rows } from '../project/rows.js';
import type { EntityTable } from '../shared/tallies.js';
import { type EntityCuration, entityCuration, type Merge, rootOf } from './entity-curation.js';
import {
  type EntityDecided,
  type EntityToDecide,
  entityState,
  findHolder,
  getEntity,
  listForms,
  listHolders,
  listPublicForms,
} from './entity-to-decide.js';
import { issuesThatName } from './issues-that-name.js';
import { loadCuration } from './load-curation.js';
import { projectAgain } from './project-again.js';
import { saveCuration } from './save-curation.js';

export interface SplitEntityInput {
  /** Whom the names are taken from, in whatever state it was read. */
  readonly id: string;
  /** Printed forms; what differs in signs and letter case alone is one name. */
  readonly names: readonly string[];
  readonly note?: string | null | undefined;
  /** Who decides, for the audit log: `operator`, or `token:` and an id; the command where it is left out. */
  readonly actor?: string;
}

/**
 * Takes names away from an entity and gives them one of their own. Where they are all the names of entities that were merged into it, that
 * undoes the merge, be they still printed or not: the former entity comes back with its id. Names that have an entity of their own already
 * are left. All or nothing: one transaction.
 * Throws StoreError: UNKNOWN_ENTITY, UNKNOWN_NAME, LAST_NAME, NUL_CHARACTER, LONE_SURROGATE.
 */
export async function splitEntity(database: Database, input: SplitEntityInput): Promise<EntityDecided> {
  const { names, note = null } = input;
  assertBindable(names, 'names');
  assertBindable(note, 'note');
  return database.transaction(async (trx) => {
    const place = await lockLog(trx);
    const before = await loadCuration(trx);
    const entity = await getEntity(trx, before, input.id, 'id');
    const { table } = entity;
    const done = await findSplitOff(trx, entity, names);
    if (done !== undefined)
      return { entityId: done, table, state: await entityState(trx, { table, id: done }), change: null };
    const keys = new Set(names.map(nameKey));
    const members = await listMembers(trx, before, entity);
    const unprinted = listUnprinted(before, members, entity);
    await checkNames(trx, entity, names, [members, unprinted]);
    const whole = [...members, ...unprinted].filter(([id, forms]) => id !== entity.id && isWithin(forms, keys));
    const covered = withUnprinted(
      before,
      members,
      whole.map(([id]) => id),
    );
    checkLeft(entity, keys, members, covered);
    const left = new Set([...keys].filter((key) => [...members].some(([, forms]) => forms.has(key))));
    for (const id of covered) for (const key of members.get(id) ?? []) left.delete(key);
    const holders = await listHolders(trx, table, [...keys]);
    const decision = { note, at: place.at };
    const id =
      covered.length > 0 && left.size === 0
        ? await unmerge(trx, before, entity, covered, decision)
        : await split(trx, before, entity, names, decision);
    const ids = [...new Set([entity.id, id, ...covered, ...holders])];
    const change = await projectAgain(trx, place, { ids, before, note });
    const detail = { from: entity.id };
    const { actor } = input;
    await recordAudit(trx, { actor, action: 'splitEntity', subject_id: id, outcome: 'SPLIT', seq: change, detail });
    return { entityId: id, table, state: await entityState(trx, { table, id }), change };
  });
}

/** The entity that has just these names, and none of them is the given one's any more: the split was done before. */
async function findSplitOff(
  trx: Transaction<unknown>,
  entity: EntityToDecide,
  names: readonly string[],
): Promise<string | undefined> {
  const keys = new Set(names.map(nameKey));
  const own = await listForms(trx, entity.id);
  if (own.some(({ name_slug }) => keys.has(name_slug))) return undefined;
  for (const holder of await listHolders(trx, entity.table, [...keys])) {
    const printed = new Set((await listForms(trx, holder)).map(({ name_slug }) => name_slug));
    if (isWithin(printed, keys) && isWithin(keys, printed)) return holder;
  }
  return undefined;
}

async function checkNames(
  trx: Transaction<unknown>,
  entity: EntityToDecide,
  names: readonly string[],
  merged: readonly Members[],
): Promise<void> {
  const forms = await listForms(trx, entity.id);
  const inside = merged.flatMap((members) => [...members.values()].flatMap((keys) => [...keys]));
  const known = new Set([...forms.map(({ name_slug }) => name_slug), ...inside]);
  const index = names.findIndex((name) => !known.has(nameKey(name)));
  if (index === -1 && names.length > 0) return;
  const shown = await listPublicForms(trx, entity.id);
  const some = shown.slice(0, 5).map(({ name }) => `'${name}'`);
  const what =
    index === -1 ? 'No name is given' : `'${(names[index] ?? '').slice(0, 80)}' is no name of ${entity.called}`;
  const has =
    some.length === 0
      ? 'Its names are those that name and aliases have in the preview'
      : `It has ${some.join(', ')}${forms.length > some.length ? ' and others' : ''}`;
  throw new StoreError('UNKNOWN_NAME', `${what}. ${has}.`, {
    field: index === -1 ? 'names' : `names.${index}`,
  });
}

/** Keys of the printed forms that each entity would have by itself which now are this one's. */
type Members = ReadonlyMap<string, ReadonlySet<string>>;

async function listMembers(
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
function listUnprinted(curation: EntityCuration, members: Members, { id }: EntityToDecide): Members {
  const merges = curation.decisions.filter((decision): decision is Merge => decision.operation === 'MERGE');
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

function isWithin(forms: ReadonlySet<string>, keys: ReadonlySet<string>): boolean {
  return [...forms].every((form) => keys.has(form));
}

function checkLeft(
  entity: EntityToDecide,
  keys: ReadonlySet<string>,
  members: Members,
  covered: readonly string[],
): void {
  const printed = [...members.values()].flatMap((forms) => [...forms]);
  if (covered.length > 0 && !printed.some((key) => keys.has(key))) return;
  if (printed.some((key) => !keys.has(key)) && printed.some((key) => keys.has(key))) return;
  const why = printed.some((key) => keys.has(key))
    ? `These are all the printed names of ${entity.called}; leave it one`
    : `No item prints these names of ${entity.called}, so they cannot have an entity of their own`;
  throw new StoreError('LAST_NAME', `${why}. To give it another name, update it.`, { field: 'names' });
}

/** With those between that no item prints any more: what was merged into them comes back in them. */
function withUnprinted({ decisions }: EntityCuration, members: Members, printed: readonly string[]): readonly string[] {
  const merges = decisions.filter((decision): decision is Merge => decision.operation === 'MERGE');
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

interface Noted {
  readonly note: string | null;
  readonly at: string;
}

/** Deletes the merges of some members. The first of them comes back, with the others in it. */
async function unmerge(
  trx: Transaction<unknown>,
  curation: EntityCuration,
  entity: EntityToDecide,
  covered: readonly string[],
  noted: Noted,
): Promise<string> {
  const merges = curation.decisions.filter((decision): decision is Merge => decision.operation === 'MERGE');
  const isCovered = (id: string): boolean => covered.includes(id);
  const tops = covered.filter((id) => {
    const into = merges.find(({ subject_id }) => subject_id === id)?.data.into;
    return into !== undefined && !isCovered(into);
  });
  const back = tops.toSorted()[0] ?? covered[0] ?? entity.id;
  const save = (subject_id: string, data: Merge['data'] | null) =>
    saveCuration(trx, { operation: 'MERGE', subject_id, data, ...noted });
  for (const { subject_id, data } of merges) {
    if (subject_id === back) await save(subject_id, null);
    else if (tops.includes(subject_id)) {
      const into_slug = curation.slugs.get(back) ?? data.into_slug;
      await save(subject_id, { ...data, into: back, into_slug, into_name: into_slug });
    } else if (isCovered(data.into) && !isCovered(subject_id)) {
      const into_slug = curation.slugs.get(entity.id) ?? entity.slug;
      await save(subject_id, { ...data, into: entity.id, into_slug, into_name: entity.name });
    }
  }
  return back;
}

/** Gives names an entity that no name has by itself. */
async function split(
  trx: Transaction<unknown>,
  curation: EntityCuration,
  entity: EntityToDecide,
  names: readonly string[],
  noted: Noted,
): Promise<string> {
  const { table } = entity;
  const keys = [...new Set(names.map(nameKey))].sort();
  const first = nameKey(names[0] ?? '');
  const key = `${entity.id}/${first}`;
  const subject_id = makeId(table, key);
  const slug = await freeSlug(trx, curation, entity, first);
  const data = { from: entity.id, slug, key, keys };
  await saveCuration(trx, { operation: 'SPLIT', subject_id, data, ...noted });
  return subject_id;
}

/** The name's own slug, else with a number after it. */
async function freeSlug(
  trx: Transaction<unknown>,
  curation: EntityCuration,
  entity: EntityToDecide,
  slug: string,
): Promise<string> {
  const taken = new Set([entity.slug, ...curation.slugs.values()]);
  for (let number = 1; ; number++) {
    const wanted = number === 1 ? slug : `${slug}-${number}`;
    if (taken.has(wanted)) continue;
    if ((await findHolder(trx, entity, wanted, '')) === undefined) return wanted;
  }
}
