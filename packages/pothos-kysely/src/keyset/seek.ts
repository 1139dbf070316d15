import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Param } from '../arguments/param.js';
import type { AnyOrderKey } from '../source/source.js';

/** Which side of a cursor, in the list's own order; the inclusive ones take in the cursor's own row. */
export type Side = 'after' | 'before' | 'atOrAfter' | 'atOrBefore';

/**
 * The condition that a row lies on one side of a cursor, in a form that an index on the keys serves. Keys of one
 * direction are compared as a row, `(a, b) > ($1, $2)`; where directions differ, `a <= $1 and (a < $1 or b > $2)`.
 */
export function seek(order: readonly AnyOrderKey[], keys: Param<readonly string[]>, side: Side): Expression<unknown> {
  const values = order.map(({ type }, index) => sql`${keys.map((texts) => texts[index])}::${sql.raw(type)}`);
  return beyond(runs(order, values), side);
}

/** Neighbouring keys of one direction, with their values. */
interface Run {
  readonly direction: AnyOrderKey['direction'];
  readonly keys: readonly Expression<unknown>[];
  readonly values: readonly Expression<unknown>[];
}

function beyond([run, ...rest]: readonly Run[], side: Side): Expression<unknown> {
  if (!run) return sql`true`;
  const operator = operatorOf(run.direction, side);
  if (rest.length === 0) return compare(run, operator);
  const strict = operator.replace('=', '');
  return sql`${compare(run, `${strict}=`)} and (${compare(run, strict)} or ${beyond(rest, side)})`;
}

function operatorOf(direction: AnyOrderKey['direction'], side: Side): string {
  const isForward = side === 'after' || side === 'atOrAfter';
  const strict = isForward === (direction === 'asc') ? '>' : '<';
  return side === 'after' || side === 'before' ? strict : `${strict}=`;
}

function compare({ keys, values }: Run, operator: string): RawBuilder<unknown> {
  if (keys.length === 1) return sql`${sql.join(keys)} ${sql.raw(operator)} ${sql.join(values)}`;
  return sql`(${sql.join(keys)}) ${sql.raw(operator)} (${sql.join(values)})`;
}

function runs(order: readonly AnyOrderKey[], values: readonly Expression<unknown>[]): readonly Run[] {
  const found: Run[] = [];
  order.forEach(({ key, direction }, index) => {
    const value = values[index] ?? sql`null`;
    const last = found.at(-1);
    if (last?.direction !== direction) found.push({ direction, keys: [key], values: [value] });
    else found[found.length - 1] = { direction, keys: [...last.keys, key], values: [...last.values, value] };
  });
  return found;
}
