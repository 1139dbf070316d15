import { type Kysely, sql } from 'kysely';

/**
 * The schemas of a migrated database as text: tables with their columns, keys and indexes, and views. It is what `schema/schema.sql` holds, a
 * reflection to read and to compare, the same from PostgreSQL and PGlite.
 */
export async function reflectSchema(db: Kysely<unknown>): Promise<string> {
  const tables = await sql<Table>`
    select n.nspname as schema, c.relname as name, c.relkind = 'v' as is_view,
      case when c.relkind = 'v' then pg_get_viewdef(c.oid, true) end as definition,
      (select json_agg(json_build_array(a.attname, format_type(a.atttypid, a.atttypmod), l.collname, a.attnotnull,
          pg_get_expr(d.adbin, d.adrelid)) order by a.attnum)
        from pg_attribute a
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        left join pg_collation l on l.oid = a.attcollation and l.collname <> 'default'
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      (select coalesce(json_agg(pg_get_constraintdef(k.oid) order by k.contype, pg_get_constraintdef(k.oid)), '[]')
        from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n') as constraints,
      (select coalesce(json_agg(pg_get_indexdef(i.indexrelid) order by pg_get_indexdef(i.indexrelid)), '[]')
        from pg_index i where i.indrelid = c.oid and not i.indisprimary) as indexes
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any(${SCHEMAS}::text[]) and c.relkind in ('r', 'v')
    order by n.nspname collate "C", c.relname collate "C"
  `.execute(db);
  return `${HEAD}${tables.rows.map(printTable).join('\n')}`;
}

const SCHEMAS = ['editorial', 'published', 'past', 'draft', 'preview', 'history', 'search'];
const HEAD = '-- A reflection of the migrated database, written by `pnpm codegen`. Not to be run.\n\n';

interface Table {
  readonly schema: string;
  readonly name: string;
  readonly is_view: boolean;
  readonly definition: string | null;
  readonly columns: readonly (readonly [string, string, string | null, boolean, string | null])[];
  readonly constraints: readonly string[];
  readonly indexes: readonly string[];
}

function printTable({ schema, name, is_view, definition, columns, constraints, indexes }: Table): string {
  if (is_view) return `create view ${schema}.${name} as\n${plainColumns(definition ?? '')}\n`;
  const lines = [...columns.map(printColumn), ...constraints].map((line) => `  ${line}`);
  return `create table ${schema}.${name} (\n${lines.join(',\n')}\n);\n${indexes.map((index) => `${index};\n`).join('')}`;
}

/** Releases of PostgreSQL differ in whether they qualify a column that needs it not. */
function plainColumns(definition: string): string {
  return definition.replace(/^(\s*(?:SELECT )?)\w+\.(\w+,?)$/gm, '$1$2');
}

function printColumn([name, type, collation, required, fallback]: Table['columns'][number]): string {
  return [
    name,
    type,
    ...(collation === null ? [] : [`collate "${collation}"`]),
    ...(required ? ['not null'] : []),
    ...(fallback === null ? [] : [`default ${fallback}`]),
  ].join(' ');
}
