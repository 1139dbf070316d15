import type { Transaction } from 'kysely';
import { recordAudit } from '../audit/record-audit.js';
import { assertBindable } from '../database/bindable.js';
import type { Database } from '../database/database.js';
import { StoreError } from '../database/store-error.js';
import { makeId } from '../identity/id.js';
import { nameKey } from '../identity/slug.js';
import { lockLog } from '../log/log-head.js';
import type { EntityCuration } from './entity-curation.js';
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
import { loadCuration } from './load-curation.js';
import { isWithin, listMembers, listUnprinted, type Members } from './members.js';
import { projectAgain } from './project-again.js';
import { saveCuration } from './save-curation.js';
import { type Noted, unmerge } from './unmerge.js';
import { type MergesMeant, whichMerges } from './which-merge.js';

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
 * undoes the merge, be they still printed or not, and one of them a name of another too: the former entity comes back with its id. Names that
 * have an entity of their own already are left. All or nothing: one transaction.
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
    const { covered, left } = await whichMerges(trx, before, entity, keys, { members, unprinted });
    checkLeft(entity, keys, members, { covered, left });
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

/** The entity that has just these names where the given one has them no more, but for some that both have: the split was done before. */
async function findSplitOff(
  trx: Transaction<unknown>,
  entity: EntityToDecide,
  names: readonly string[],
): Promise<string | undefined> {
  const keys = new Set(names.map(nameKey));
  const own = new Set((await listForms(trx, entity.id)).map(({ name_slug }) => name_slug));
  if (isWithin(keys, own)) return undefined;
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

function checkLeft(
  entity: EntityToDecide,
  keys: ReadonlySet<string>,
  members: Members,
  { covered, left }: MergesMeant,
): void {
  const printed = [...members.values()].flatMap((forms) => [...forms]);
  if (covered.length > 0 && !printed.some((key) => keys.has(key))) return;
  const isUndone = covered.length > 0 && left.size === 0;
  const stays = isUndone
    ? [...members.keys()].some((id) => !covered.includes(id))
    : printed.some((key) => !keys.has(key));
  if (stays && printed.some((key) => keys.has(key))) return;
  const why = printed.some((key) => keys.has(key))
    ? `These are all the printed names of ${entity.called}; leave it one`
    : `No item prints these names of ${entity.called}, so they cannot have an entity of their own`;
  throw new StoreError('LAST_NAME', `${why}. To give it another name, update it.`, { field: 'names' });
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
