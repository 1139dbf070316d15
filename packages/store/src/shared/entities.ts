import type { Transaction } from 'kysely';
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
}

/**
 * What a change does to the sources, keywords and contributors of a state, as a diff of their rows: counts, printed forms, names. In the
 * draft these are told by the drafts alone; the preview's views put them beside those that are public.
 */
export async function diffEntities(
  trx: Transaction<unknown>,
  state: StateSchema,
  { diff, slugs, definitions: changed }: NameChange,
): Promise<TableDiff[]> {
  const tallies = new Map(ENTITY_TABLES.map((table) => [table, tallyEntities(diff, table)]));
  const defined = new Map(changed.map(({ long_key }) => [makeId('source', long_key), long_key]));
  const idsOf = (table: EntityTable): string[] => [
    ...new Set([...(tallies.get(table)?.keys() ?? []), ...(table === 'source' ? defined.keys() : [])]),
  ];
  const ids = ENTITY_TABLES.flatMap(idsOf);
  if (ids.length === 0) return [];
  const slugOf = (id: string): string | undefined => slugs.get(id) ?? defined.get(id);
  const [present, definitions] = await Promise.all([
    loadSharedRows(trx, state, {
      source: ['id', idsOf('source')],
      keyword: ['id', idsOf('keyword')],
      contributor: ['id', idsOf('contributor')],
      entity_name: ['entity_id', ids],
    }),
    definitionsBySlug(trx, state, idsOf('source'), slugOf),
  ]);
  const known = new Map<string, EntityRow>(ENTITY_TABLES.flatMap((t) => present[t] ?? []).map((row) => [row.id, row]));
  const names = namesById(present.entity_name ?? []);
  const change = (table: EntityTable): EntityAfter[] =>
    idsOf(table).flatMap((id) => {
      const slug = known.get(id)?.slug ?? slugOf(id) ?? id;
      const before = { id, slug, item_count: known.get(id)?.item_count ?? 0, names: names.get(id) ?? [] };
      const given = table === 'source' ? (definitions.get(slug) ?? []) : [];
      return (
        withTally(before, tallies.get(table)?.get(id), given, table === 'keyword' ? shortestSlug : fixedSlug) ?? []
      );
    });
  return diffRows(present, wantedRows(change('source'), change('keyword'), change('contributor')));
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
): Promise<Map<string, Definition[]>> {
  const slugs = sources.flatMap((id) => slugOf(id) ?? []);
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
