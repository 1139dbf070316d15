import { makeId, NODE_TYPES, type NodeType } from '../identity/id.js';
import { keywordKey } from '../identity/keyword-key.js';
import { nameKey } from '../identity/slug.js';
import type { EntityTable } from '../shared/tallies.js';

/** An entity that was merged into another; `into_*` are that one's natural slug and its name when they were. */
export interface Merge {
  readonly operation: 'MERGE';
  readonly subject_id: string;
  readonly data: {
    readonly into: string;
    /** The natural slug of the one that was merged away, and what its id is made of. */
    readonly slug: string;
    readonly key: string;
    readonly into_slug: string;
    readonly into_name: string;
    /** The issues that made that name public: none where only a draft had it. Left out where they are too many to be all withdrawn. */
    readonly into_issues?: readonly string[];
    /** The public forms that it had: an item that prints two names of one keyword tells only the first. */
    readonly names: readonly string[];
    /** The issues that made these public; left out where they are too many to be all withdrawn. */
    readonly issues?: readonly string[];
  };
  /** Whether all of its issues are withdrawn: then nobody is to read the names. */
  readonly is_withheld?: boolean;
  /** The same of `into_issues`, and of the slug and the name of the one that it was merged into. */
  readonly is_into_withheld?: boolean;
}

/** Names that were taken away from an entity and given to one of their own. */
export interface Split {
  readonly operation: 'SPLIT';
  readonly subject_id: string;
  readonly data: {
    readonly from: string;
    readonly slug: string;
    /** What its id is made of. */
    readonly key: string;
    /** Of the names that it was given. */
    readonly keys: readonly string[];
  };
}

/** What was mended about an entity, and what it has by nature where it was. */
export interface EntityMends {
  readonly slug?: string;
  /** Slugs that it was given by hand before, which still find it. */
  readonly former?: readonly string[];
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly natural_slug: string;
  readonly natural_name: string;
}

export interface EntityUpdate {
  readonly operation: 'UPDATE_ENTITY';
  readonly subject_id: string;
  readonly data: EntityMends;
}

/** A decision about entities. */
export type EntityDecision = Merge | Split | EntityUpdate;

/** What was decided about one entity that readers meet. */
export interface CuratedEntity {
  /** Given by hand. */
  readonly slug: string | null;
  /** Of what was split off. */
  readonly split_slug: string | null;
  readonly name: string | null;
  /** Its name where no form of its own is left. */
  readonly spare_name: string | null;
  /** Whether its own slug is to be read only where it has a form of its own: no public issue tells it otherwise. */
  readonly is_withheld: boolean;
  readonly aliases: readonly string[];
  /** Natural slugs of the sources that were merged into it: the full names that definitions give them. */
  readonly member_slugs: readonly string[];
}

export const UNCURATED: CuratedEntity = {
  slug: null,
  split_slug: null,
  name: null,
  spare_name: null,
  is_withheld: false,
  aliases: [],
  member_slugs: [],
};

/** A slug that leads to an entity by a decision, and with it the id that is made of the same text. */
export interface CuratedRedirect {
  readonly table: EntityTable;
  readonly slug: string;
  readonly target: string;
  /** What the decision is about, and whether that is the one that was merged away. */
  readonly subject: string;
  readonly isMerged: boolean;
}

/** All decisions about entities, as ties and rows are looked up by. */
export interface EntityCuration {
  readonly decisions: readonly EntityDecision[];
  /** Printed forms that were given to an entity, by table and key. */
  readonly names: ReadonlyMap<string, string>;
  /** Natural ids that mean another entity; it may mean another one in turn. */
  readonly ids: ReadonlyMap<string, string>;
  /** Natural slugs of the entities that decisions are about, by id. */
  readonly slugs: ReadonlyMap<string, string>;
  /** What was split off, by table and slug. */
  readonly splits: ReadonlyMap<string, string>;
  readonly entities: ReadonlyMap<string, CuratedEntity>;
  readonly redirects: readonly CuratedRedirect[];
}

/** Puts decisions in the form in which they are looked up. */
export function entityCuration(decisions: readonly EntityDecision[]): EntityCuration {
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
  const slugs = new Map<string, string>();
  for (const decision of decisions) addTies(decision, { ids, names, slugs });
  const splits = new Map(
    decisions.flatMap(({ operation, subject_id, data }): [string, string][] =>
      operation === 'SPLIT' ? [[formKey(entityTable(subject_id) ?? 'source', data.slug), subject_id]] : [],
    ),
  );
  const curation = { decisions, names, ids, slugs, splits };
  return { ...curation, entities: curatedEntities(curation), redirects: curatedRedirects(curation) };
}

/** The merges among the decisions. */
export function mergesIn({ decisions }: Pick<EntityCuration, 'decisions'>): readonly Merge[] {
  return decisions.filter((decision): decision is Merge => decision.operation === 'MERGE');
}

/** The id that a name has by itself. */
export function naturalId(table: EntityTable, name: string): string {
  return makeId(table, naturalKey(table, name));
}

/** What that id is made of. */
export function naturalKey(table: EntityTable, name: string): string {
  return table === 'keyword' ? keywordKey(name) : nameKey(name);
}

/** The entity that an id means. */
export function rootOf({ ids }: Pick<EntityCuration, 'ids'>, id: string): string {
  let root = id;
  // A circle is refused when it is decided; what is stored is not trusted to have none.
  for (let steps = 0; steps < 1_000; steps++) {
    const next = ids.get(root);
    if (next === undefined) return root;
    root = next;
  }
  return id;
}

/** Whom a printed form names, by itself the entity `natural`. */
export function tieEntity(curation: EntityCuration, table: EntityTable, form: string, natural: string): string {
  if (curation.decisions.length === 0) return natural;
  return rootOf(curation, curation.names.get(formKey(table, nameKey(form))) ?? natural);
}

/** Whether a form was given to another entity than one. */
export function isElsewhere(curation: EntityCuration, table: EntityTable, form: string, id: string): boolean {
  const given = curation.names.get(formKey(table, nameKey(form)));
  return given !== undefined && rootOf(curation, given) !== id;
}

/** Whether a form was given to just this entity. */
export function isGiven(curation: EntityCuration, table: EntityTable, form: string, id: string): boolean {
  return curation.names.get(formKey(table, nameKey(form))) === id;
}

/**
 * The slug of an entity beside what was split off: a channel of such a name, printed later, may name an entity that would have the same one by
 * itself.
 */
export function slugBesideSplits(curation: EntityCuration, table: EntityTable, id: string, slug: string): string {
  for (let number = 1; ; number++) {
    const wanted = number === 1 ? slug : `${slug}-${number}`;
    const holder = curation.splits.get(formKey(table, wanted));
    if (holder === undefined || holder === id) return wanted;
  }
}

/** What was decided about an entity. */
export function curatedEntity(curation: EntityCuration, id: string): CuratedEntity {
  return curation.entities.get(id) ?? UNCURATED;
}

/** The kind of entity that an id is of; undefined for other ids. */
export function entityTable(id: string): EntityTable | undefined {
  return TABLES.find((table) => id.startsWith(`${table}_`));
}

const TABLES = ['source', 'keyword', 'contributor'] as const;

/** The graph's type of a kind of entity. */
export function entityType(table: EntityTable): NodeType {
  return NODE_TYPES[table];
}

interface Ties {
  readonly ids: Map<string, string>;
  readonly names: Map<string, string>;
  readonly slugs: Map<string, string>;
}

function addTies({ operation, subject_id, data }: EntityDecision, { ids, names, slugs }: Ties): void {
  const table = entityTable(subject_id);
  if (table === undefined) return;
  switch (operation) {
    case 'MERGE':
      ids.set(subject_id, data.into);
      slugs.set(subject_id, data.slug).set(data.into, data.into_slug);
      return;
    case 'SPLIT':
      slugs.set(subject_id, data.slug);
      for (const key of data.keys) names.set(formKey(table, key), subject_id);
      return;
    case 'UPDATE_ENTITY':
      slugs.set(subject_id, data.natural_slug);
      // What is given to an entity is its own when it is printed, too.
      for (const name of givenNames(data)) {
        const id = naturalId(table, name);
        if (id !== subject_id) ids.set(id, ids.get(id) ?? subject_id);
        if (!names.has(formKey(table, nameKey(name)))) names.set(formKey(table, nameKey(name)), subject_id);
      }
      return;
    default:
      operation satisfies never;
  }
}

function givenNames({ slug, former = [], name, aliases = [] }: EntityMends): string[] {
  return [...(slug === undefined ? [] : [slug, ...former]), ...(name === undefined ? [] : [name]), ...aliases];
}

function formKey(table: EntityTable, key: string): string {
  return `${table} ${key}`;
}

type Tied = Pick<EntityCuration, 'decisions' | 'ids'>;

function curatedEntities(curation: Tied): Map<string, CuratedEntity> {
  const entities = new Map<string, CuratedEntity>();
  const add = (id: string, change: (entity: CuratedEntity) => Partial<CuratedEntity>): void => {
    const entity = entities.get(id) ?? UNCURATED;
    entities.set(id, { ...entity, ...change(entity) });
  };
  for (const decision of curation.decisions) {
    const { operation, subject_id, data } = decision;
    const root = rootOf(curation, subject_id);
    if (operation === 'MERGE') {
      const names = decision.is_withheld === true ? [] : data.names;
      const isTold = data.into === root && decision.is_into_withheld !== true;
      add(root, ({ member_slugs, spare_name, aliases }) => ({
        member_slugs: [...member_slugs, data.slug],
        aliases: [...aliases, ...names],
        spare_name: isTold ? data.into_name : spare_name,
        is_withheld: !isTold && spare_name === null,
      }));
    } else if (operation === 'SPLIT') {
      if (root === subject_id) add(root, () => ({ split_slug: data.slug }));
    } else {
      const { slug, name, aliases = [] } = data;
      const own = root === subject_id ? { ...(slug ? { slug } : {}), ...(name ? { name } : {}) } : {};
      const more = [...aliases, ...(name === undefined ? [] : [name])];
      add(root, (entity) => ({ ...own, aliases: [...entity.aliases, ...more] }));
    }
  }
  return entities;
}

function curatedRedirects(curation: Tied): CuratedRedirect[] {
  const found = new Map<string, CuratedRedirect>();
  for (const { operation, subject_id, data } of curation.decisions) {
    const table = entityTable(subject_id);
    if (table === undefined || operation === 'SPLIT') continue;
    const target = rootOf(curation, subject_id);
    const isMerged = operation === 'MERGE';
    const { slug, former = [], natural_slug } = isMerged ? UNTOUCHED : data;
    const renamed = slug === undefined ? [] : [natural_slug, slug, ...former];
    for (const led of isMerged ? [data.slug, data.key] : renamed) {
      const redirect = { table, slug: led, target, subject: subject_id, isMerged };
      found.set(`${table} ${led}`, found.get(`${table} ${led}`) ?? redirect);
    }
  }
  return [...found.values()];
}

const UNTOUCHED: EntityMends = { natural_slug: '', natural_name: '' };
