import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  getArgumentValues,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Call } from '../run/call.js';
import { isParam, listParam, literalParam, type Param, variableParam } from './param.js';
import { isListOfLeaves, VariableReference } from './skeleton.js';

/**
 * The arguments of a field as SQL functions see them (see `Lifted`): coerced by graphql-js over the variables'
 * skeleton, with literals of the document as parameters whose value is known.
 */
export function liftArguments(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  skeleton: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const values = getArgumentValues(field, node, skeleton);
  return Object.fromEntries(
    field.args
      .filter(({ name }) => Object.hasOwn(values, name))
      .map(({ name, type }) => [name, lift(type, values[name])]),
  );
}

/** The plain value behind a lifted one, in one call; null and undefined fields of objects are left out, keys sorted. */
export function plainValue(lifted: unknown, call: Call): unknown {
  if (isParam(lifted)) return lifted.evaluate(call);
  if (Array.isArray(lifted)) return lifted.map((item) => plainValue(item, call));
  if (typeof lifted !== 'object' || lifted === null) return lifted;
  const given = Object.entries(lifted).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(given.sort(byName).map(([name, value]) => [name, plainValue(value, call)]));
}

function lift(type: GraphQLInputType, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (isNonNullType(type)) return lift(type.ofType, value);
  if (isListOfLeaves(type)) return liftLeaf(value);
  if (isListType(type)) return Array.isArray(value) ? value.map((item) => lift(type.ofType, item)) : value;
  if (isInputObjectType(type)) return liftFields(type.getFields(), value);
  return isEnumType(type) ? value : liftLeaf(value);
}

function liftFields(fields: Readonly<Record<string, { type: GraphQLInputType }>>, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, fields[name] ? lift(fields[name].type, item) : item]),
  );
}

function liftLeaf(value: unknown): Param<unknown> {
  if (value instanceof VariableReference) return variableParam(value.path, value.isSingle);
  if (!Array.isArray(value) || !value.some(holdsReference)) return literalParam(value);
  const items = value.map(liftLeaf);
  return listParam(items);
}

function holdsReference(value: unknown): boolean {
  return value instanceof VariableReference || (Array.isArray(value) && value.some(holdsReference));
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
