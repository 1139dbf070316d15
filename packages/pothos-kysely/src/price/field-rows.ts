import { type FieldNode, type GraphQLField, getArgumentValues, Kind, type ValueNode } from 'graphql';
import type { Limits } from '../plugin/options.js';
import type { LookupSource } from '../source/source.js';
import type { Term } from './term.js';

/** How many rows a page may hold: `first`, else `last`, else the default. A size that will be refused counts as the largest that is not. */
export function pageRows(field: GraphQLField<unknown, unknown>, node: FieldNode, limits: Limits): Term {
  const first = argument(field, node, 'first');
  const last = argument(field, node, 'last');
  const rows = (size: unknown): number =>
    typeof size === 'number' ? Math.min(Math.max(size, 0), limits.maxPageSize) : limits.defaultPageSize;
  if (typeof first !== 'function' && typeof last !== 'function') return rows(first ?? last);
  return (variables) => rows(read(first, variables) ?? read(last, variables));
}

/** How many ids a lookup is given. */
export function lookupRows(field: GraphQLField<unknown, unknown>, node: FieldNode, source: LookupSource): Term {
  const rows: Term = (variables) => source.ids(getArgumentValues(field, node, variables)).length;
  return node.arguments?.some(({ value }) => holdsVariable(value)) ? rows : rows({});
}

type Variables = Readonly<Record<string, unknown>>;
type Given = number | null | undefined | ((variables: Variables) => unknown);

/** An argument of a page as it is given: a number, nothing, or what a variable holds. */
function argument(field: GraphQLField<unknown, unknown>, node: FieldNode, name: string): Given {
  const given = node.arguments?.find((one) => one.name.value === name)?.value;
  const fallback = field.args.find((one) => one.name === name)?.defaultValue;
  const otherwise = typeof fallback === 'number' ? fallback : undefined;
  if (given === undefined) return otherwise;
  if (given.kind === Kind.INT) return Number(given.value);
  if (given.kind !== Kind.VARIABLE) return undefined;
  const variable = given.name.value;
  return (variables) => (Object.hasOwn(variables, variable) ? variables[variable] : otherwise);
}

function read(given: Given, variables: Variables): unknown {
  return typeof given === 'function' ? given(variables) : given;
}

function holdsVariable(value: ValueNode): boolean {
  switch (value.kind) {
    case Kind.VARIABLE:
      return true;
    case Kind.LIST:
      return value.values.some(holdsVariable);
    case Kind.OBJECT:
      return value.fields.some((field) => holdsVariable(field.value));
    default:
      return false;
  }
}
