import { createHash } from 'node:crypto';
import { plainValue } from '../arguments/lift.js';
import { computedParam, isParam, type Param } from '../arguments/param.js';
import type { SelectedField } from '../compile/compilation.js';
import { Lru } from '../run/lru.js';
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
  const given = paramsIn(args);
  const tags = new Lru<string, string>(REMEMBERED);
  return computedParam((call) => {
    const make = (): string => tagOf(JSON.stringify([coordinate, scopeKey, keys, plainValue(args, call)]));
    // All else of the list stands in the operation.
    const key = JSON.stringify(given.map((param) => param.evaluate(call)));
    return key.length > LONGEST ? make() : tags.getOrMake(key, make);
  });
}

/** Tags that a list of a compiled operation remembers, and how long the text of the values may be that it does so for. */
const REMEMBERED = 32;
const LONGEST = 256;

function tagOf(list: string): string {
  return createHash('sha256').update(list).digest('base64url').slice(0, 22);
}

function paramsIn(lifted: unknown): readonly Param<unknown>[] {
  if (isParam(lifted)) return [lifted];
  return typeof lifted === 'object' && lifted !== null ? Object.values(lifted).flatMap(paramsIn) : [];
}
