import { createHash } from 'node:crypto';
import { plainValue } from '../arguments/lift.js';
import { computedParam, type Param } from '../arguments/param.js';
import type { SelectedField } from '../compile/compilation.js';
import type { AnyOrderKey } from '../source/source.js';

/** The arguments that say which page of a list is meant, not which list. */
export const PAGING = ['first', 'after', 'last', 'before'] as const;

/** The arguments of a list without those of its pages. */
export function listArgs(args: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const paging: readonly string[] = PAGING;
  return Object.fromEntries(Object.entries(args).filter(([name]) => !paging.includes(name)));
}

/**
 * What tells one list from another, in one call: the field's coordinate, the order, the values of its other
 * arguments, the scope. Its cursors carry a hash over it. The parent is not part of it: it may not be known before SQL.
 */
export function listTag(field: SelectedField, order: readonly AnyOrderKey[], scopeKey: string): Param<string> {
  const coordinate = `${field.parentType.name}.${field.field.name}`;
  const keys = order.map(({ direction, type }) => `${type} ${direction}`);
  const args = listArgs(field.args);
  return computedParam((call) => {
    const list = JSON.stringify([coordinate, scopeKey, keys, plainValue(args, call)]);
    return createHash('sha256').update(list).digest('base64url').slice(0, 22);
  });
}
