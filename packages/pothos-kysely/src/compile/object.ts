import { type GraphQLObjectType, getNamedType, isAbstractType, isObjectType } from 'graphql';
import { type RawBuilder, sql } from 'kysely';
import { liftArguments } from '../arguments/lift.js';
import { EngineError } from '../run/engine-error.js';
import type { Compilation, Place, SelectedField } from './compilation.js';
import { compileField } from './field.js';
import { type Column, columnList } from './json.js';
import { fitsPostgres, TYPE_KEY } from './response-key.js';
import { collectSelections, type Selection } from './selection.js';

/** What stands after SELECT for an object of type `type`, selected by `field`, over the row of `place`. */
export function compileObject(
  compilation: Compilation,
  type: GraphQLObjectType,
  field: SelectedField,
  place: Place,
): RawBuilder<unknown> {
  const sets = field.nodes.map((node) => node.selectionSet);
  const columns = compileSelections(compilation, type, collectSelections(compilation, type, sets), place);
  // Completion must know the concrete type, and the operation need not have asked for it.
  const isTold = compilation.form === 'tree' && isAbstractType(field.type);
  return columnList(isTold ? [{ key: TYPE_KEY, value: sql.lit(type.name) }, ...columns] : columns);
}

/** A column for each selection that has a source, in the order of the response. */
export function compileSelections(
  compilation: Compilation,
  type: GraphQLObjectType,
  selections: readonly Selection[],
  place: Place,
): readonly Column[] {
  return selections.flatMap((selection) => {
    const key = selection.responseKey;
    if (!fitsPostgres(key)) compilation.isWhole = false;
    const name = selection.node.name.value;
    if (name === '__typename') return [{ key, value: sql.lit(type.name) }];
    if (name.startsWith('__')) return introspection(compilation);
    const value = compileField(compilation, selectedField(compilation, type, selection, place), place);
    return value ? [{ key, value }] : [];
  });
}

/** __schema and __type are no fields of any type: graphql-js answers them. */
function introspection(compilation: Compilation): readonly Column[] {
  compilation.isWhole = false;
  return [];
}

/** A selection with its definition and lifted arguments. */
export function selectedField(
  compilation: Compilation,
  parentType: GraphQLObjectType,
  { responseKey, node, nodes }: Selection,
  place: Place,
): SelectedField {
  const field = parentType.getFields()[node.name.value];
  if (!field) throw new Error(`${parentType.name} has no field ${node.name.value}: validate before executing.`);
  const args = liftArguments(field, node, compilation.variables);
  const path = [...place.path, responseKey];
  return { responseKey, parentType, field, type: getNamedType(field.type), nodes, args, path };
}

/** The concrete object type that a source leads to. Throws NOT_AN_OBJECT_TYPE for an interface or a scalar. */
export function objectTypeNamed(compilation: Compilation, name: string): GraphQLObjectType {
  const type = compilation.schema.getType(name);
  if (isObjectType(type)) return type;
  throw new EngineError(
    'NOT_AN_OBJECT_TYPE',
    `'${name}' is no object type: a source leads to concrete types with a table.`,
  );
}
