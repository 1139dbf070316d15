import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isObjectType,
} from 'graphql';
import { collectSelections, type Selection, type SelectionContext } from '../compile/selection.js';
import { verifyPage } from '../keyset/verify-page.js';
import { sourceOf } from '../source/field-source.js';
import type { ErrorList } from './error-list.js';

/**
 * Verifies the page sizes of everything that a mutation selects, so that a page that would be refused is refused before
 * anything is done. Cursors are verified when they are read: their list's scope is known then.
 */
export function verifyPages(
  selecting: SelectionContext,
  type: GraphQLNamedType,
  sets: readonly FieldNode['selectionSet'][],
  errors: ErrorList,
  visited = new Set<string>(),
  path: readonly string[] = [],
): void {
  for (const concrete of concreteTypes(selecting, type)) {
    // Interfaces within interfaces would multiply their types: each type is gone through once at each place.
    const place = `${concrete.name} ${path.join(' ')}`;
    if (visited.has(place)) continue;
    visited.add(place);
    for (const selection of collectSelections(selecting, concrete, sets)) {
      const field = concrete.getFields()[selection.node.name.value];
      const below = [...path, selection.responseKey];
      if (!field) continue;
      if (!isToldAt(errors, below)) verifyField(selecting, field, selection, errors, below);
      const next = selection.nodes.map(({ selectionSet }) => selectionSet);
      verifyPages(selecting, getNamedType(field.type), next, errors, visited, below);
    }
  }
}

function verifyField(
  { variables }: SelectionContext,
  field: GraphQLField<unknown, unknown>,
  { node, nodes }: Selection,
  errors: ErrorList,
  path: readonly string[],
): void {
  const source = sourceOf(field)?.source;
  if (source?.kind !== 'keyset') return;
  errors.attempt(() => verifyPage(field.name, getArgumentValues(field, node, variables), source.limits), {
    nodes,
    path,
  });
}

function isToldAt({ errors }: ErrorList, path: readonly string[]): boolean {
  return errors.some((error) => error.path?.join(' ') === path.join(' '));
}

function concreteTypes({ schema }: SelectionContext, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}
