import { sql, type Transaction } from 'kysely';
import { diffRows, type TableDiff } from '../log/diff.js';
import { loadSharedRows } from '../log/load-rows.js';
import { type Definition, findByLongKey } from '../names/definitions.js';
import type { Rows } from '../project/rows.js';
import type { EntityNameRow, EntityRow, SourceRow } from '../tables.js';
import { type EntityAfter, plainRow, withTally } from './entity-rows.js';
import { ENTITY_TABLES, type EntityTable, type Tally, tallyEntities } from './tallies.js';

/**
 * What a diff of issue rows changes in the sources, keywords and contributors that issues share, as a diff of their rows: counts, printed
 * forms, names. `slugs` gives the slug of every id that may be new; `changedDefinitions` those that came or went with the issue.
 */
export async function diffEntities(
  trx: Transaction<unknown>,
  diff: readonly TableDiff[],
  slugs: ReadonlyMap<string, string>,
  changedDefinitions: readonly Definition[],
): Promise<TableDiff[]> {
  const tallies = new Map(ENTITY_TABLES.map((table) => [table, tallyEntities(diff, table)]));
  const defined = await sourcesWithKeys(trx, changedDefinitions);
  const idsOf = (table: EntityTable): string[] => [
    ...new Set([...(tallies.get(table)?.keys() ?? []), ...(table === 'source' ? defined : [])]),
  ];
  const ids = ENTITY_TABLES.flatMap(idsOf);
  if (ids.length === 0) return [];
  const present = await loadSharedRows(trx, 'published', {
    source: ['id', idsOf('source')],
    keyword: ['id', idsOf('keyword')],
    contributor: ['id', idsOf('contributor')],
    entity_name: ['entity_id', ids],
  });
  const known = new Map<string, EntityRow>(ENTITY_TABLES.flatMap((t) => present[t] ?? []).map((row) => [row.id, row]));
  const definitions = await definitionsBySlug(trx, idsOf('source'), known, slugs);
  const names = namesById(present.entity_name ?? []);
  const change = (table: EntityTable): EntityAfter[] =>
    idsOf(table).flatMap((id) => {
      const slug = known.get(id)?.slug ?? slugs.get(id) ?? id;
      const before = { id, slug, item_count: known.get(id)?.item_count ?? 0, names: names.get(id) ?? [] };
      const given = table === 'source' ? (definitions.get(slug) ?? []) : [];
      return withTally(before, tallies.get(table)?.get(id), given) ?? [];
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

/** Sources that are there and whose full name is among the changed definitions. */
async function sourcesWithKeys(trx: Transaction<unknown>, changed: readonly Definition[]): Promise<string[]> {
  if (changed.length === 0) return [];
  const keys = [...new Set(changed.map(({ long_key }) => long_key))];
  const found = await sql<{ id: string }>`select id from published.source where slug = any(${keys}::text[])`.execute(
    trx,
  );
  return found.rows.map(({ id }) => id);
}

async function definitionsBySlug(
  trx: Transaction<unknown>,
  ids: readonly string[],
  known: ReadonlyMap<string, EntityRow>,
  slugs: ReadonlyMap<string, string>,
): Promise<Map<string, Definition[]>> {
  const keys = ids.flatMap((id) => known.get(id)?.slug ?? slugs.get(id) ?? []);
  const map = new Map<string, Definition[]>();
  for (const definition of await findByLongKey(trx, keys)) {
    map.set(definition.long_key, [...(map.get(definition.long_key) ?? []), definition]);
  }
  return map;
}

function namesById(rows: readonly EntityNameRow[]): Map<string, EntityNameRow[]> {
  const map = new Map<string, EntityNameRow[]>();
  for (const row of rows) map.set(row.entity_id, [...(map.get(row.entity_id) ?? []), row]);
  return map;
}

/** Tallies of one entity table, for a state that keeps no counts. */
export type { Tally };
