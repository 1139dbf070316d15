import { sql, type Transaction } from 'kysely';
import { insertAll } from '../log/write-rows.js';
import type { ProjectedIssue } from '../project/issue.js';
import type { Rows } from '../project/rows.js';
import { rowsOf } from '../project/rows.js';
import { plainRow, withTally } from '../shared/entity-rows.js';
import { ENTITY_TABLES, type EntityTable, tallyEntities } from '../shared/tallies.js';
import { type SourceRow, STATE_TABLE_NAMES, type StateTable } from '../tables.js';

/** Puts the names that a draft uses into the draft state, without counts. The preview takes them only where `published` has none. */
export async function addDraftNames(trx: Transaction<unknown>, projected: ProjectedIssue): Promise<void> {
  const diff = STATE_TABLE_NAMES.map((table) => ({ table, removed: [], added: rowsOf(projected.rows, table) }));
  const entities = ENTITY_TABLES.map((table) => {
    const tallies = tallyEntities(diff, table);
    return [...tallies].flatMap(([id, tally]) => {
      const slug = projected.slugs.get(id) ?? id;
      return withTally({ id, slug, item_count: 0, names: [] }, tally, []) ?? [];
    });
  });
  const [source = [], keyword = [], contributor = []] = entities;
  const uncounted = ({ row }: { row: SourceRow }): SourceRow => ({ ...row, item_count: 0 });
  const names = entities.flat().flatMap((entity) => entity.names);
  await dropRows(trx, 'entity_name', 'entity_id', [...projected.slugs.keys()]);
  for (const table of ENTITY_TABLES) await dropRows(trx, table, 'id', [...projected.slugs.keys()]);
  await dropRows(
    trx,
    'rubric',
    'id',
    projected.rubrics.map(({ id }) => id),
  );
  const rows: Rows = {
    rubric: projected.rubrics,
    source: source.map(uncounted),
    keyword: keyword.map((entity) => plainRow(uncounted(entity))),
    contributor: contributor.map((entity) => plainRow(uncounted(entity))),
    entity_name: names,
  };
  await insertAll(trx, 'draft', rows, 0);
}

/** Takes away the names of a former draft that no draft uses any more. */
export async function dropUnusedNames(trx: Transaction<unknown>, before: Rows): Promise<void> {
  const used: Readonly<Record<EntityTable, readonly string[]>> = {
    source: (before.item_source ?? []).map((row) => row.source_id),
    keyword: (before.item_keyword ?? []).map((row) => row.keyword_id),
    contributor: (before.item_contributor ?? []).map((row) => row.contributor_id),
  };
  for (const table of ENTITY_TABLES) {
    const column = sql.ref(`l.${table}_id`);
    await sql`
      with gone as (
        delete from ${sql.table(`draft.${table}`)} e where e.id = any(${used[table]}::text[])
          and not exists (select from ${sql.table(`draft.item_${table}`)} l where ${column} = e.id) returning e.id
      )
      delete from draft.entity_name n using gone where n.entity_id = gone.id
    `.execute(trx);
  }
  const rubrics = (before.section ?? []).flatMap(({ rubric_id }) => rubric_id ?? []);
  await sql`
    delete from draft.rubric r where r.id = any(${rubrics}::text[])
      and not exists (select from draft.section s where s.rubric_id = r.id)
  `.execute(trx);
}

async function dropRows(
  trx: Transaction<unknown>,
  table: StateTable,
  column: string,
  values: readonly string[],
): Promise<void> {
  await sql`delete from ${sql.table(`draft.${table}`)} where ${sql.ref(column)} = any(${values}::text[])`.execute(trx);
}
