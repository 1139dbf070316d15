import {
  type Database,
  isStoreError,
  mergeEntities,
  nameKey,
  publishDue,
  publishIssue,
  type StoreErrorCode,
  splitEntity,
  updateEntity,
  updateIssue,
  withdrawIssue,
} from '@broadsheet/store';
import { sql } from 'kysely';
import { PRINTED_NAMES } from '../items.js';
import type { Random } from '../random.js';

/** What a decision does. */
export type DecisionKind = 'publish' | 'schedule' | 'withdraw' | 'mend' | 'merge' | 'split' | 'rename';

/** One decision, made at random of what there is, and what undoes it. */
export interface Decision {
  readonly kind: DecisionKind;
  /** In words, for who looks for what went wrong. */
  readonly what: string;
  /** Returns the seq of its change. */
  readonly carryOut: () => Promise<number | null>;
  /** Takes it back, so that every row is as before; null where something of it is to stay. */
  readonly undo: (() => Promise<number | null>) | null;
}

interface Issue {
  readonly id: string;
  readonly status: string;
  readonly latest_ordinal: number;
  readonly published_ordinal: number | null;
  readonly is_mended: boolean;
}

interface Entity {
  readonly id: string;
  readonly name: string;
  /** Those that items print. */
  readonly names: readonly string[];
  /** All that name and aliases tell: with what was printed once, was given by hand, or is defined. */
  readonly known: readonly string[];
}

/**
 * Makes a decision about the issues and entities of a database, of any kind but those that are left out; undefined where none of the kind can
 * be made.
 */
export async function decide(
  database: Database,
  random: Random,
  without: readonly DecisionKind[] = [],
): Promise<Decision | undefined> {
  const kind = random.pick(KINDS.filter((one) => !without.includes(one)));
  const made = await MAKERS[kind](database, random);
  return made === undefined ? undefined : { kind, ...made };
}

/** Entities are merged twice as often as anything else is done. */
const KINDS: readonly DecisionKind[] = ['publish', 'schedule', 'withdraw', 'mend', 'merge', 'merge', 'split', 'rename'];

type Made = Omit<Decision, 'kind'>;
type Maker = (database: Database, random: Random) => Promise<Made | undefined>;

const MAKERS: Readonly<Record<DecisionKind, Maker>> = { publish, schedule, withdraw, mend, merge, split, rename };

/** Errors that say that what was picked at random cannot be done. */
const REFUSALS: readonly StoreErrorCode[] = ['NAME_TAKEN', 'LAST_NAME', 'MERGE_CIRCLE', 'SLUG_TAKEN', 'ALIAS_PRINTED'];

/** Carries something out; undefined where it is refused, as what is picked at random may be. */
export async function unlessRefused<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (isStoreError(error) && REFUSALS.includes(error.code)) return undefined;
    throw error;
  }
}

async function publish(database: Database, random: Random): Promise<Made | undefined> {
  const issue = await pickIssue(
    database,
    random,
    ({ latest_ordinal, published_ordinal }) => latest_ordinal !== published_ordinal,
  );
  if (issue === undefined) return undefined;
  const { id, latest_ordinal: revision } = issue;
  const carryOut = async () => (await publishIssue(database, { id, revision })).change;
  return { what: `publish ${id}`, carryOut, undo: null };
}

/** For a time that has passed, or for a later one, which then comes. */
async function schedule(database: Database, random: Random): Promise<Made | undefined> {
  const issue = await pickIssue(
    database,
    random,
    ({ latest_ordinal, published_ordinal }) => latest_ordinal !== published_ordinal,
  );
  if (issue === undefined) return undefined;
  const { id, latest_ordinal: revision, published_ordinal, status } = issue;
  if (random.percent(30)) {
    const carryOut = async () => (await publishIssue(database, { id, revision, at: '2001-01-01T00:00:00Z' })).change;
    return { what: `schedule ${id} for the past`, carryOut, undo: null };
  }
  const carryOut = async () => (await publishIssue(database, { id, revision, at: '2099-01-01T00:00:00Z' })).change;
  if (random.percent(50)) {
    const cancel = published_ordinal === null ? async () => (await withdrawIssue(database, { id })).change : null;
    return { what: `schedule ${id} (${status})`, carryOut, undo: cancel };
  }
  const comes = async () => {
    await carryOut();
    await sql`update editorial.issue set scheduled_at = '2001-01-01T00:00:00.000000Z' where id = ${id}`.execute(
      database.kysely,
    );
    return publishDue(database, id);
  };
  return { what: `schedule ${id}, and the time comes`, carryOut: comes, undo: null };
}

async function withdraw(database: Database, random: Random): Promise<Made | undefined> {
  const issue = await pickIssue(database, random, ({ published_ordinal }) => published_ordinal !== null);
  if (issue === undefined) return undefined;
  const { id, latest_ordinal: revision, published_ordinal } = issue;
  return {
    what: `withdraw ${id}`,
    carryOut: async () => (await withdrawIssue(database, { id })).change,
    // Where there was a draft beside it, that is the revision that comes back.
    undo: published_ordinal === revision ? async () => (await publishIssue(database, { id, revision })).change : null,
  };
}

async function mend(database: Database, random: Random): Promise<Made | undefined> {
  const issue = await pickIssue(database, random, () => true);
  if (issue === undefined) return undefined;
  const { id, is_mended } = issue;
  const none = { id, slug: null, number: null, publishedOn: null, url: null };
  const mends = {
    id,
    ...(random.percent(50) ? { slug: `slug-${random.below(8)}` } : {}),
    ...(random.percent(50) ? { number: random.below(9) } : {}),
    ...(random.percent(50) ? { publishedOn: `2031-05-0${1 + random.below(9)}` } : {}),
    ...(random.percent(50) ? { url: `https://example.org/${random.below(9)}` } : {}),
  };
  return {
    what: `mend ${JSON.stringify(mends)}`,
    carryOut: async () => (await updateIssue(database, mends)).change,
    undo: is_mended ? null : async () => (await updateIssue(database, none)).change,
  };
}

async function merge(database: Database, random: Random): Promise<Made | undefined> {
  const entities = await listEntities(database, random);
  if (entities.length < 2) return undefined;
  const [into, from] = random.shuffle(entities);
  if (into === undefined || from === undefined) return undefined;
  return {
    what: `merge ${from.name} (${from.id}) into ${into.name} (${into.id})`,
    carryOut: async () => (await mergeEntities(database, { from: [from.id], into: into.id })).change,
    // With its name: where each item prints another of its names first, that alone does not tell which merge is meant.
    undo: async () =>
      (await splitEntity(database, { id: into.id, names: [...new Set([from.name, ...from.known])] })).change,
  };
}

async function split(database: Database, random: Random): Promise<Made | undefined> {
  const entities = (await listEntities(database, random)).filter(({ names }) => names.length > 1);
  if (entities.length === 0) return undefined;
  const entity = random.pick(entities);
  const names = [random.pick(entity.names)];
  let made = '';
  return {
    what: `split ${names.join()} from ${entity.name} (${entity.id})`,
    carryOut: async () => {
      const { entityId, change } = await splitEntity(database, { id: entity.id, names });
      made = entityId;
      return change;
    },
    undo: async () => (await mergeEntities(database, { from: [made], into: entity.id })).change,
  };
}

async function rename(database: Database, random: Random): Promise<Made | undefined> {
  const entities = await listEntities(database, random);
  if (entities.length === 0) return undefined;
  const { id, name } = random.pick(entities);
  const { rows } =
    await sql`select from editorial.curation where operation = 'UPDATE_ENTITY' and subject_id = ${id}`.execute(
      database.kysely,
    );
  const asked = {
    id,
    ...(random.percent(50) ? { name: makeName(random) } : {}),
    ...(random.percent(50) ? { slug: nameKey(makeName(random)) } : {}),
    ...(random.percent(50) ? { addAliases: [makeName(random)] } : {}),
  };
  const none = { id, name: null, slug: null, removeAliases: asked.addAliases };
  return {
    what: `update ${name}: ${JSON.stringify(asked)}`,
    carryOut: async () => (await updateEntity(database, asked)).change,
    undo: rows.length > 0 ? null : async () => (await updateEntity(database, none)).change,
  };
}

/** One that is printed, now or later, or one that never is. */
function makeName(random: Random): string {
  return random.percent(50) ? random.pick(PRINTED_NAMES) : `Name ${random.below(20)}`;
}

async function pickIssue(
  database: Database,
  random: Random,
  fits: (issue: Issue) => boolean,
): Promise<Issue | undefined> {
  const { rows } = await sql<Issue>`
    select id, status, latest_ordinal, published_ordinal,
      exists (select from editorial.curation c where c.subject_id = i.id) as is_mended
    from editorial.issue i where scheduled_at is null order by id
  `.execute(database.kysely);
  const fitting = rows.filter(fits);
  return fitting.length === 0 ? undefined : random.pick(fitting);
}

/** The entities of one kind, with their printed names: those that readers see printed, and those that drafts alone print. */
async function listEntities(database: Database, random: Random): Promise<readonly Entity[]> {
  const { table, forms, id, form } = random.pick(PRINTED);
  const isDrafted = sql`exists (select from ${sql.table(`preview.${forms}`)} f
    where ${sql.ref(`f.${id}`)} = n.entity_id and ${sql.ref(`f.${form}`)} = n.name)`;
  const { rows } = await sql<Entity>`
    select e.id, e.name, array(
      select n.name from preview.entity_name n where n.entity_id = e.id and (n.uses > 0 or ${isDrafted}) order by n.name
    ) as names, array(select n.name from preview.entity_name n where n.entity_id = e.id order by n.name) as known
    from ${sql.table(`preview.${table}`)} e order by e.id
  `.execute(database.kysely);
  return rows;
}

/** Where items print names of each kind of entity. */
const PRINTED = [
  { table: 'source', forms: 'attribution', id: 'source_id', form: 'printed' },
  { table: 'keyword', forms: 'item_keyword', id: 'keyword_id', form: 'printed' },
  { table: 'contributor', forms: 'byline', id: 'contributor_id', form: 'name' },
] as const;
