import type { GraphQLResolveInfo } from 'graphql';
import { sqlKey, TYPE_KEY } from '../compile/response-key.js';
import { absenceOf } from '../run/absences.js';
import { EngineError } from '../run/engine-error.js';
import type { Source } from '../source/source.js';
import { FetchedRoot } from './fetched-root.js';
import { givenRow, readGiven } from './given.js';

/** A resolver as this package writes them: it trusts nothing about what it is handed. */
export type Resolve = (
  parent: unknown,
  args: Readonly<Record<string, unknown>>,
  context: unknown,
  info: GraphQLResolveInfo,
) => unknown;

/** Reads what the statement put under the field's response key. Throws NOT_FETCHED where nothing was fetched. */
export function fetchedResolver(source: Source): Resolve {
  return (parent, _args, _context, info) => {
    const known = givenRow(parent);
    const isHeld = source.kind === 'column' || source.kind === 'embed';
    if (known && isHeld) return readGiven(known.row, source);
    const found = readFetched(parent, info);
    return source.kind === 'keyset' ? (absenceOf(found) ?? found) : found;
  };
}

/** Reads a lookup's objects; a place that says why it is empty becomes an error there. */
export const lookupResolver: Resolve = (parent, _args, _context, info) => {
  const found = readFetched(parent, info);
  return Array.isArray(found) ? found.map(objectOrError) : objectOrError(found);
};

/** Reads the columns of a computed field and computes. */
export function computedResolver(
  compute: (columns: unknown, args: Readonly<Record<string, unknown>>, context: unknown) => unknown,
): Resolve {
  return (parent, args, context, info) => {
    return compute(givenRow(parent)?.row ?? readFetched(parent, info), args, context);
  };
}

/** The concrete type of a fetched or given object; undefined for anything else. */
export function fetchedTypeName(parent: unknown): string | undefined {
  const known = givenRow(parent);
  if (known) return known.typeName;
  if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, TYPE_KEY)) return undefined;
  return String(Reflect.get(parent, TYPE_KEY));
}

function readFetched(parent: unknown, info: GraphQLResolveInfo): unknown {
  const key = sqlKey(String(info.path.key));
  const tree = parent instanceof FetchedRoot ? parent.tree : parent;
  if (typeof tree === 'object' && tree !== null && Object.hasOwn(tree, key)) return Reflect.get(tree, key);
  throw new EngineError(
    'NOT_FETCHED',
    `${info.parentType.name}.${info.fieldName} was not fetched: execute through createEngine(...).execute, ` +
      'reach it by t.load below objects made in JavaScript, or hand over rows by given(row).',
  );
}

function objectOrError(found: unknown): unknown {
  return absenceOf(found) ?? found;
}
