import type { Transaction } from 'kysely';
import { recordAudit } from '../audit/record-audit.js';
import { assertBindable } from '../database/bindable.js';
import type { Database } from '../database/database.js';
import { StoreError } from '../database/store-error.js';
import { lockLog } from '../log/log-head.js';
import { listDefined } from '../names/definitions.js';
import {
  type EntityCuration,
  entityType,
  isGiven,
  type Merge,
  mergesIn,
  naturalKey,
  rootOf,
  type Split,
} from './entity-curation.js';
import {
  type EntityDecided,
  type EntityToDecide,
  entityState,
  getEntity,
  listPublicForms,
} from './entity-to-decide.js';
import { issuesThatPrint } from './issues-that-name.js';
import { loadCuration } from './load-curation.js';
import { findFormerName, listLost } from './lost-names.js';
import { projectAgain } from './project-again.js';
import { saveCuration } from './save-curation.js';

export interface MergeEntitiesInput {
  /** Those that go, in whatever state they were read. */
  readonly from: readonly string[];
  /** The one that stays. */
  readonly into: string;
  readonly note?: string | null | undefined;
  /** Who decides, for the audit log: `operator`, or `token:` and an id; the command where it is left out. */
  readonly actor?: string;
}

/**
 * Makes entities of one type one: names become aliases of the one that stays, ids and slugs of the others lead to it, and so do names that are
 * printed later. To merge what was split off undoes the split. What is merged already is left. All or nothing: one transaction.
 * Throws StoreError: UNKNOWN_ENTITY, ENTITY_TYPES_DIFFER, MERGE_CIRCLE, NUL_CHARACTER, LONE_SURROGATE.
 */
export async function mergeEntities(database: Database, input: MergeEntitiesInput): Promise<EntityDecided> {
  const { note = null } = input;
  assertBindable(note, 'note');
  return database.transaction(async (trx) => {
    const place = await lockLog(trx);
    const before = await loadCuration(trx);
    const into = await getEntity(trx, before, input.into, 'into');
    const from = await listFrom(trx, before, input.from, into);
    const replaced = new Map<string, string>();
    for (const entity of from) {
      replaced.set(entity.id, into.id);
      await decide(trx, before, entity, into, { note, at: place.at });
    }
    const ids = [into.id, ...from.map(({ id }) => id), ...(await listRegained(trx, before, from))];
    const change = from.length === 0 ? null : await projectAgain(trx, place, { ids, before, replaced, note });
    if (from.length > 0) {
      const detail = { from: from.map(({ id }) => id) };
      const { actor } = input;
      await recordAudit(trx, {
        actor,
        action: 'mergeEntities',
        subject_id: into.id,
        outcome: 'MERGED',
        seq: change,
        detail,
      });
    }
    return { entityId: into.id, table: into.table, state: await entityState(trx, into), change };
  });
}

/** Those that are not merged into it yet, each once. */
async function listFrom(
  trx: Transaction<unknown>,
  curation: EntityCuration,
  asked: readonly string[],
  into: EntityToDecide,
): Promise<EntityToDecide[]> {
  const found = new Map<string, EntityToDecide>();
  for (const [index, id] of asked.entries()) {
    const entity = await getEntity(trx, curation, id, `from.${index}`);
    checkPair(entity, into, index);
    if (entity.id !== into.id) found.set(entity.id, entity);
  }
  return [...found.values()];
}

function checkPair(from: EntityToDecide, into: EntityToDecide, index: number): void {
  if (from.table !== into.table) {
    throw new StoreError(
      'ENTITY_TYPES_DIFFER',
      `${from.called} is a ${entityType(from.table)} and ${into.called} a ${entityType(into.table)}. Merge what is of one type.`,
      { field: `from.${index}` },
    );
  }
  if (from.asked === into.id) {
    throw new StoreError(
      'MERGE_CIRCLE',
      `${into.called} is what into means, so it cannot be merged into that. Leave it out of from.`,
      { field: `from.${index}` },
    );
  }
}

/** What more issues made public is never withheld. */
const MOST_ISSUES = 100;

async function decide(
  trx: Transaction<unknown>,
  curation: EntityCuration,
  from: EntityToDecide,
  into: EntityToDecide,
  { note, at }: { readonly note: string | null; readonly at: string },
): Promise<void> {
  const split = findSplit(curation, from.id);
  if (split !== undefined && rootOf(curation, split.data.from) === into.id) {
    await saveCuration(trx, { operation: 'SPLIT', subject_id: from.id, data: null, note, at });
    return;
  }
  const slugOf = ({ id, slug }: EntityToDecide): string => curation.slugs.get(id) ?? slug;
  const made = curation.decisions.find((one): one is Split => one.operation === 'SPLIT' && one.subject_id === from.id);
  const key = made?.data.key ?? naturalKey(from.table, slugOf(from));
  const forms = await listOwnForms(trx, curation, from);
  const lost = await listLost(trx, curation, from, into);
  const issues = fewOrNone(await issuesThatPrint(trx, from, forms));
  const data: Merge['data'] = {
    names: [...new Set([...forms, ...lost])].sort(),
    ...(issues === undefined ? {} : { issues }),
    into: into.id,
    slug: slugOf(from),
    key,
    into_slug: slugOf(into),
    ...(await toldOf(trx, curation, from, into)),
  };
  await saveCuration(trx, { operation: 'MERGE', subject_id: from.id, data, note, at });
}

function fewOrNone(issues: readonly string[]): readonly string[] | undefined {
  return issues.length > MOST_ISSUES ? undefined : issues;
}

/**
 * The name of the one that stays, and the issues that made it public: none where only drafts print it. Where it is public by what was merged
 * into it alone, both are as they were then; so they are where that is merged back.
 */
async function toldOf(
  trx: Transaction<unknown>,
  curation: EntityCuration,
  from: EntityToDecide,
  into: EntityToDecide,
): Promise<Pick<Merge['data'], 'into_name' | 'into_issues'>> {
  const forms = await listOwnForms(trx, curation, into);
  if (forms.length > 0) return told(into.name, fewOrNone(await issuesThatPrint(trx, into, forms)));
  const other = mergesIn(curation).find(({ data }) => data.into === into.id)?.data;
  if (other !== undefined) return told(other.into_name, other.into_issues);
  const natural = curation.slugs.get(into.id) ?? into.slug;
  const former = await findFormerName(trx, curation, from, { ...into, natural });
  return told(former?.name ?? into.name, fewOrNone(former?.issues ?? []));
}

function told(into_name: string, into_issues: readonly string[] | undefined) {
  return into_issues === undefined ? { into_name } : { into_name, into_issues };
}

/** The forms of its own that readers see: those of what was merged into it are told by those merges. */
async function listOwnForms(
  trx: Transaction<unknown>,
  curation: EntityCuration,
  { table, id }: EntityToDecide,
): Promise<readonly string[]> {
  const forms = await listPublicForms(trx, id);
  return forms
    .filter(({ name, method }) => method !== 'CURATED' || isGiven(curation, table, name, id))
    .map(({ name }) => name);
}

/** The sources that short forms stand for again, which were split off and are merged back. */
async function listRegained(
  trx: Transaction<unknown>,
  before: EntityCuration,
  from: readonly EntityToDecide[],
): Promise<readonly string[]> {
  const splits = from.filter(({ table }) => table === 'source').map(({ id }) => findSplit(before, id));
  const defined = await listDefined(
    trx,
    splits.flatMap((split) => split?.data.keys ?? []),
  );
  return defined.map((id) => rootOf(before, id));
}

/** The split that made an entity, where nothing else was decided about that since. */
function findSplit({ decisions }: EntityCuration, id: string): Split | undefined {
  const about = decisions.filter(
    (decision) => decision.subject_id === id || (decision.operation === 'MERGE' && decision.data.into === id),
  );
  const [only, ...others] = about;
  return only?.operation === 'SPLIT' && others.length === 0 ? only : undefined;
}
