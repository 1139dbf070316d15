import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { StateTable } from '../tables.js';
import type { TableDiff } from './diff.js';

/** A column that holds ids of another table's rows, and no foreign key: it would be looked up row by row. */
interface Reference {
  readonly table: StateTable;
  readonly column: string;
  readonly target: StateTable;
}

/** Those of `published`. What one projection makes together stands here too, for what comes from elsewhere. */
export const REFERENCES: readonly Reference[] = [
  { table: 'section', column: 'issue_id', target: 'issue' },
  { table: 'section', column: 'parent_id', target: 'section' },
  { table: 'section', column: 'rubric_id', target: 'rubric' },
  { table: 'item', column: 'issue_id', target: 'issue' },
  { table: 'item', column: 'section_id', target: 'section' },
  { table: 'item_keyword', column: 'item_id', target: 'item' },
  { table: 'item_keyword', column: 'keyword_id', target: 'keyword' },
  { table: 'item_source', column: 'item_id', target: 'item' },
  { table: 'item_source', column: 'source_id', target: 'source' },
  { table: 'item_contributor', column: 'item_id', target: 'item' },
  { table: 'item_contributor', column: 'contributor_id', target: 'contributor' },
  { table: 'item_rubric', column: 'item_id', target: 'item' },
  { table: 'item_rubric', column: 'rubric_id', target: 'rubric' },
  { table: 'attribution', column: 'item_id', target: 'item' },
  { table: 'attribution', column: 'source_id', target: 'source' },
  { table: 'byline', column: 'item_id', target: 'item' },
  { table: 'byline', column: 'contributor_id', target: 'contributor' },
  { table: 'link', column: 'item_id', target: 'item' },
  { table: 'exchange', column: 'item_id', target: 'item' },
  { table: 'heading', column: 'item_id', target: 'item' },
];

/** Names that many rows point at, and the table in which every one of them is named. */
const NAMES = [
  { target: 'rubric', table: 'item_rubric', column: 'rubric_id' },
  { target: 'source', table: 'item_source', column: 'source_id' },
  { target: 'keyword', table: 'item_keyword', column: 'keyword_id' },
  { target: 'contributor', table: 'item_contributor', column: 'contributor_id' },
] as const;

/**
 * Refuses a change that leaves a row pointing at a name that is not there: names that its rows point at have to be there, and none that it
 * took away may still be pointed at. Call it when all of it is written. One statement, whatever changed.
 */
export async function assertReferences(trx: Transaction<unknown>, diff: readonly TableDiff[]): Promise<void> {
  const checks = NAMES.map(({ target, table, column }) => {
    const named = idsNamed(diff, column);
    const gone = idsGone(diff, target);
    return sql`
      select n.id, ${target}::text as what from unnest(${named}::text[]) as n(id)
      where not exists (select from ${sql.table(`published.${target}`)} t where t.id = n.id)
      union all
      select n.id, ${target}::text from unnest(${gone}::text[]) as n(id)
      where exists (select from ${sql.table(`published.${table}`)} t where ${sql.ref(`t.${column}`)} = n.id)`;
  });
  const { rows } = await sql<{ id: string; what: string }>`${sql.join(checks, sql` union all `)} limit 1`.execute(trx);
  const [dangling] = rows;
  if (dangling !== undefined)
    throw new Error(`A row points at the ${dangling.what} ${dangling.id}, which is not there.`);
}

/** A condition for each reference: that some row of `published` points at one that is not there. */
export function danglingReferences(): readonly {
  readonly reference: Reference;
  readonly exists: RawBuilder<boolean>;
}[] {
  return REFERENCES.map((reference) => {
    const { table, column, target } = reference;
    return {
      reference,
      exists: sql<boolean>`exists (select from ${sql.table(`published.${table}`)} r where ${sql.ref(`r.${column}`)} is not null
        and not exists (select from ${sql.table(`published.${target}`)} t where t.id = ${sql.ref(`r.${column}`)}))`,
    };
  });
}

function idsNamed(diff: readonly TableDiff[], column: string): readonly string[] {
  const pointing = new Set(REFERENCES.filter((reference) => reference.column === column).map(({ table }) => table));
  return texts(diff.filter(({ table }) => pointing.has(table)).flatMap(({ added }) => added.map((row) => row[column])));
}

function idsGone(diff: readonly TableDiff[], target: StateTable): readonly string[] {
  const rows = diff.filter(({ table }) => table === target);
  const staying = new Set(texts(rows.flatMap(({ added }) => added.map(({ id }) => id))));
  return texts(rows.flatMap(({ removed }) => removed.map(({ id }) => id))).filter((id) => !staying.has(id));
}

/** Each text once; what is none is left out. */
function texts(values: readonly unknown[]): readonly string[] {
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}
