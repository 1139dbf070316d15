import type { Transaction } from 'kysely';
import { recordAudit } from '../audit/record-audit.js';
import { assertBindable } from '../database/bindable.js';
import type { Database } from '../database/database.js';
import { StoreError } from '../database/store-error.js';
import { nameKey } from '../identity/slug.js';
import { checkSlug } from '../ingest/check-input.js';
import { lockLog } from '../log/log-head.js';
import { type EntityCuration, type EntityMends, naturalId, rootOf } from './entity-curation.js';
import {
  type EntityDecided,
  type EntityToDecide,
  entityState,
  findHolder,
  getEntity,
  listForms,
} from './entity-to-decide.js';
import { loadCuration } from './load-curation.js';
import { projectAgain } from './project-again.js';
import { saveCuration } from './save-curation.js';

/** What is to be other about an entity. A field that is left out stays as it is; null takes a name or slug back. */
export interface UpdateEntityInput {
  /** In whatever state it was read. */
  readonly id: string;
  readonly name?: string | null | undefined;
  readonly slug?: string | null | undefined;
  readonly addAliases?: readonly string[] | null | undefined;
  readonly removeAliases?: readonly string[] | null | undefined;
  readonly note?: string | null | undefined;
  /** Who decides, for the audit log: `operator`, or `token:` and an id; the command where it is left out. */
  readonly actor?: string;
}

/**
 * Gives an entity another name or slug, and aliases that are its own when they are printed later. A slug that it had still finds it. What it
 * has by itself takes the decision back. All or nothing: one transaction.
 * Throws StoreError: UNKNOWN_ENTITY, NAME_TAKEN, ALIAS_PRINTED, BAD_VALUE, NUL_CHARACTER, LONE_SURROGATE.
 */
export async function updateEntity(database: Database, input: UpdateEntityInput): Promise<EntityDecided> {
  checkUpdate(input);
  const { note = null } = input;
  return database.transaction(async (trx) => {
    const place = await lockLog(trx);
    const before = await loadCuration(trx);
    const entity = await getEntity(trx, before, input.id, 'id');
    const { id, table } = entity;
    const [mends, after] = [mendsOf(before, entity), await changed(trx, before, entity, input)];
    const state = await entityState(trx, entity);
    if (JSON.stringify(said(mends)) === JSON.stringify(said(after)))
      return { entityId: id, table, state, change: null };
    const data = isNothing(after) ? null : after;
    await saveCuration(trx, { operation: 'UPDATE_ENTITY', subject_id: id, data, note, at: place.at });
    const change = await projectAgain(trx, place, { ids: [id], before, note });
    const { actor } = input;
    await recordAudit(trx, { actor, action: 'updateEntity', subject_id: id, outcome: 'UPDATED', seq: change });
    return { entityId: id, table, state, change };
  });
}

const LONGEST_NAME = 200;

function checkUpdate({ name, slug, addAliases, removeAliases, note }: UpdateEntityInput): void {
  assertBindable(note, 'note');
  if (typeof slug === 'string') checkSlug(slug);
  if (typeof name === 'string') checkName(name, 'name');
  for (const [index, alias] of (addAliases ?? []).entries()) checkName(alias, `addAliases.${index}`);
  assertBindable(removeAliases, 'removeAliases');
}

function checkName(name: string, field: string): void {
  assertBindable(name, field.split('.')[0] ?? field);
  if (name.trim() === name && name !== '' && [...name].length < LONGEST_NAME && !/\p{Cc}|\p{Zl}|\p{Zp}/u.test(name))
    return;
  throw new StoreError(
    'BAD_VALUE',
    `${field} is '${name.slice(0, 80)}'; it takes a name of less than ${LONGEST_NAME} characters on one line, without blanks around it.`,
    { field },
  );
}

/** What was decided before; nothing, with what the entity is by itself, where nothing was. */
function mendsOf(curation: EntityCuration, { id, slug, name }: EntityToDecide): EntityMends {
  for (const decision of curation.decisions) {
    if (decision.operation === 'UPDATE_ENTITY' && decision.subject_id === id) return decision.data;
  }
  return { natural_slug: curation.slugs.get(id) ?? slug, natural_name: name };
}

async function changed(
  trx: Transaction<unknown>,
  curation: EntityCuration,
  entity: EntityToDecide,
  input: UpdateEntityInput,
): Promise<EntityMends> {
  const mends = mendsOf(curation, entity);
  const name = other(mends.name, input.name, mends.natural_name);
  const slug = other(mends.slug, input.slug, mends.natural_slug);
  if (slug !== undefined && slug !== mends.slug) await checkFree(trx, curation, entity, slug, 'slug');
  if (name !== undefined && name !== mends.name) await checkFree(trx, curation, entity, name, 'name');
  const aliases = await changedAliases(trx, curation, entity, mends, input);
  const former = slug === undefined ? [] : [...(mends.former ?? []), ...(mends.slug === undefined ? [] : [mends.slug])];
  const kept = [...new Set(former)].filter((known) => known !== slug);
  return {
    ...(slug === undefined ? {} : { slug }),
    ...(kept.length === 0 ? {} : { former: kept }),
    ...(name === undefined ? {} : { name }),
    ...(aliases.length === 0 ? {} : { aliases }),
    natural_slug: mends.natural_slug,
    natural_name: mends.natural_name,
  };
}

function other(before: string | undefined, asked: string | null | undefined, natural: string): string | undefined {
  if (asked === undefined) return before;
  return asked === null || asked === natural ? undefined : asked;
}

async function changedAliases(
  trx: Transaction<unknown>,
  curation: EntityCuration,
  entity: EntityToDecide,
  { aliases = [] }: EntityMends,
  { addAliases, removeAliases }: UpdateEntityInput,
): Promise<readonly string[]> {
  const forms = await listForms(trx, entity.id);
  const added: string[] = [];
  for (const [index, alias] of (addAliases ?? []).entries()) {
    if (forms.some(({ name }) => name === alias)) continue;
    await checkFree(trx, curation, entity, alias, `addAliases.${index}`);
    added.push(alias);
  }
  const removed = new Set(removeAliases ?? []);
  for (const [index, alias] of (removeAliases ?? []).entries()) {
    if (aliases.includes(alias) || !forms.some(({ name }) => name === alias)) continue;
    throw new StoreError(
      'ALIAS_PRINTED',
      `'${alias.slice(0, 80)}' is a name that was not given by hand. Split it off to give it an entity of its own.`,
      { field: `removeAliases.${index}` },
    );
  }
  return [...new Set([...aliases, ...added])].filter((alias) => !removed.has(alias)).sort();
}

async function checkFree(
  trx: Transaction<unknown>,
  curation: EntityCuration,
  entity: EntityToDecide,
  name: string,
  field: string,
): Promise<void> {
  const { id, table } = entity;
  const natural = naturalId(table, name);
  const holder = await findHolder(trx, entity, nameKey(name), natural);
  const decided = curation.slugs.has(natural) && rootOf(curation, natural) !== id;
  if (holder === undefined && !decided) return;
  throw new StoreError(
    'NAME_TAKEN',
    `'${name.slice(0, 80)}' is ${holder === undefined ? 'what another one was known by' : `a name of ${holder.called}`}. Choose another, or merge the two.`,
    { field },
  );
}

/** What readers see of it. */
function said({ slug, name, aliases = [] }: EntityMends): unknown {
  return [slug ?? null, name ?? null, aliases];
}

function isNothing({ slug, name, aliases = [] }: EntityMends): boolean {
  return slug === undefined && name === undefined && aliases.length === 0;
}
