import type { Transaction } from 'kysely';
import {
  curatedEntity,
  type EntityCuration,
  entityTable,
  isElsewhere,
  slugBesideSplits,
  tieEntity,
  UNCURATED,
} from '../curation/entity-curation.js';
import { loadCuration } from '../curation/load-curation.js';
import { makeId } from '../identity/id.js';
import { diffRows, type TableDiff } from '../log/diff.js';
import { loadSharedRows, type StateSchema } from '../log/load-rows.js';
import { type Definition, findBySource } from '../names/definitions.js';
import type { Rows } from '../project/rows.js';
import type { EntityNameRow, EntityRow, SourceRow } from '../tables.js';
import { type EntityAfter, fixedSlug, plainRow, shortestSlug, withTally } from './entity-rows.js';
import { ENTITY_TABLES, type EntityTable, tallyEntities } from './tallies.js';

/** What may change the names that issues share. */
export interface NameChange {
  /** Of the rows that issues own. */
  readonly diff: readonly TableDiff[];
  /** The slug of every id that may be new. */
  readonly slugs: ReadonlyMap<string, string>;
  /** Definitions that came or went. */
  readonly definitions: readonly Definition[];
  /** Entities about which something was decided. */
  readonly decided?: readonly string[];
}

/**
 * What a change does to the sources, keywords and contributors of a state, as a diff of their rows: counts, printed forms, names. In the
 * draft these are told by the drafts alone; the preview's views put them beside those that are public.
 */
export async function diffEntities(
  trx: Transaction<unknown>,
  state: StateSchema,
  change: NameChange,
): Promise<TableDiff[]> {
  return diffCurated(trx, state, await loadCuration(trx), change);
}

/** As diffEntities, by decisions that are at hand: what it looks up is asked for at once, before anything that is asked for later. */
export async function diffCurated(
  trx: Transaction<unknown>,
  state: StateSchema,
  curation: EntityCuration,
  { diff, slugs, definitions: changed, decided = [] }: NameChange,
): Promise<TableDiff[]> {
  const tallies = new Map(ENTITY_TABLES.map((table) => [table, tallyEntities(diff, table)]));
  const defined = definedSources(curation, changed);
  const idsOf = (table: EntityTable): string[] => [
    ...new Set([
      ...(tallies.get(table)?.keys() ?? []),
      ...(table === 'source' ? defined.keys() : []),
      ...decided.filter((id) => entityTable(id) === table),
    ]),
  ];
  const ids = ENTITY_TABLES.flatMap(idsOf);
  if (ids.length === 0) return [];
  const slugOf = (id: string): string | undefined => curation.slugs.get(id) ?? slugs.get(id) ?? defined.get(id);
  const [present, definitions] = await Promise.all([
    loadSharedRows(trx, state, {
      source: ['id', idsOf('source')],
      keyword: ['id', idsOf('keyword')],
      contributor: ['id', idsOf('contributor')],
      entity_name: ['entity_id', ids],
    }),
    definitionsBySlug(trx, state, idsOf('source'), slugOf, curation),
  ]);
  const known = new Map<string, EntityRow>(ENTITY_TABLES.flatMap((t) => present[t] ?? []).map((row) => [row.id, row]));
  const names = namesById(present.entity_name ?? []);
  const after = (table: EntityTable): EntityAfter[] =>
    idsOf(table).flatMap((id) => {
      // What was decided about its slug, if anything, comes on top: a row may have one that no longer holds.
      const slug = slugOf(id) ?? known.get(id)?.slug ?? id;
      const own = slugBesideSplits(curation, table, id, slug);
      const before = { id, slug: own, item_count: known.get(id)?.item_count ?? 0, names: names.get(id) ?? [] };
      const decisions = curatedEntity(curation, id);
      const isHere = (form: string): boolean => !isElsewhere(curation, table, form, id);
      const curated = decisions === UNCURATED ? UNCURATED : { ...decisions, aliases: decisions.aliases.filter(isHere) };
      const givenBy = (full: string): Definition[] => (table === 'source' ? (definitions.get(full) ?? []) : []);
      const tying = givenBy(slug);
      const given = tying.filter(({ short }) => isHere(short));
      const added = curated.member_slugs.flatMap(givenBy).filter(({ short }) => isHere(short));
      const chooseSlug = table === 'keyword' ? shortestSlug : fixedSlug;
      return withTally(before, tallies.get(table)?.get(id), given, chooseSlug, { curated, added, tying }) ?? [];
    });
  return diffRows(present, wantedRows(after('source'), after('keyword'), after('contributor')));
}

/** The sources whose full names were defined, or are no more, with their slugs. */
function definedSources(curation: EntityCuration, changed: readonly Definition[]): Map<string, string> {
  return new Map(
    changed.map(({ long, long_key }) => {
      const id = tieEntity(curation, 'source', long, makeId('source', long_key));
      return [id, curation.slugs.get(id) ?? long_key];
    }),
  );
}

function wantedRows(source: EntityAfter[], keyword: EntityAfter[], contributor: EntityAfter[]): Rows {
  return {
    source: source.map(({ row }): SourceRow => row),
    keyword: keyword.map(({ row }) => plainRow(row)),
    contributor: contributor.map(({ row }) => plainRow(row)),
    entity_name: [...source, ...keyword, ...contributor].flatMap(({ names }) => names),
  };
}

/** The definitions that give sources their full names, by slug. A source that loses its last line has no slug in what is written. */
async function definitionsBySlug(
  trx: Transaction<unknown>,
  state: StateSchema,
  sources: readonly string[],
  slugOf: (id: string) => string | undefined,
  curation: EntityCuration,
): Promise<Map<string, Definition[]>> {
  const members = sources.flatMap((id) => curatedEntity(curation, id).member_slugs);
  const slugs = [...sources.flatMap((id) => slugOf(id) ?? []), ...members];
  const ids = sources.filter((id) => slugOf(id) === undefined);
  const map = new Map<string, Definition[]>();
  for (const definition of await findBySource(trx, state, { slugs, ids })) {
    map.set(definition.long_key, [...(map.get(definition.long_key) ?? []), definition]);
  }
  return map;
}

function namesById(rows: readonly EntityNameRow[]): Map<string, EntityNameRow[]> {
  const map = new Map<string, EntityNameRow[]>();
  for (const row of rows) map.set(row.entity_id, [...(map.get(row.entity_id) ?? []), row]);
  return map;
}
