import type { Database } from '@broadsheet/store';
import { sql } from 'kysely';

/** A step of a plan that was carried out, as EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) tells it. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly PlanNode[];
}

/** A statement and the values it was run with. */
export interface Asked {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** Whether a statement is planned for its values, or once for all values, as PostgreSQL does with one that is used often. */
export type PlanKind = 'custom' | 'generic';

/** Carries a statement out on a connection that keeps it prepared, as the product does, and returns its plan. */
export function planOf(database: Database, { sql: text, values }: Asked, kind: PlanKind): Promise<PlanNode> {
  return database.direct.connection().execute(async (db) => {
    await sql.raw(`set plan_cache_mode = force_${kind}_plan`).execute(db);
    await sql.raw(`prepare looked_at as ${text}`).execute(db);
    const given = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`;
    try {
      const { rows } = await sql
        .raw<{ 'QUERY PLAN': readonly [{ readonly Plan: PlanNode }] }>(
          `explain (analyze, buffers, format json) execute looked_at${given}`,
        )
        .execute(db);
      const [row] = rows;
      if (row === undefined) throw new Error('EXPLAIN told nothing.');
      return row['QUERY PLAN'][0].Plan;
    } finally {
      await sql.raw('deallocate looked_at').execute(db);
      await sql.raw('reset plan_cache_mode').execute(db);
    }
  });
}

/** Every step of a plan that was taken: a plan may hold some for a case that did not arise. */
export function stepsOf(plan: PlanNode): PlanNode[] {
  if (plan['Actual Loops'] === 0) return [];
  return [plan, ...(plan.Plans ?? []).flatMap(stepsOf)];
}

/** Blocks of 8 kB that were looked at. */
export function blocksOf(plan: PlanNode): number {
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]::text[]`;
  return `'${String(value).replaceAll("'", "''")}'`;
}
