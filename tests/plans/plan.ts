import type { Database } from '@broadsheet/store';
import { BY_KEYS } from '@broadsheet/store/testing';
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

/** Whether a statement is planned for its values, or once for all values and by the settings of readers' sessions. */
export type PlanKind = 'custom' | 'generic';

/** Carries a statement out as a reader's connection does, which keeps it prepared, or planned for its values alone, and returns its plan. */
export function planOf(database: Database, { sql: text, values }: Asked, kind: PlanKind): Promise<PlanNode> {
  const settings = kind === 'generic' ? BY_KEYS : ['set plan_cache_mode = force_custom_plan'];
  return database.direct.transaction().execute(async (db) => {
    for (const setting of settings) await sql.raw(setting.replace(/^set /, 'set local ')).execute(db);
    await sql.raw(`prepare looked_at as ${text}`).execute(db);
    const given = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`;
    const { rows } = await sql
      .raw<{ 'QUERY PLAN': readonly [{ readonly Plan: PlanNode }] }>(
        `explain (analyze, buffers, format json) execute looked_at${given}`,
      )
      .execute(db);
    await sql.raw('deallocate looked_at').execute(db);
    const [row] = rows;
    if (row === undefined) throw new Error('EXPLAIN told nothing.');
    return row['QUERY PLAN'][0].Plan;
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
