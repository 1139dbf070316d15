import { type Expression, type RawBuilder, sql } from 'kysely';
import { tableOf } from '../source/field-source.js';
import { type AnyRow, tableRow } from '../source/row.js';
import type { Scope } from '../source/scope.js';
import type { AnyConditions, PolymorphicSource } from '../source/source.js';
import type { Compilation, Place, SelectedField } from './compilation.js';
import { conditionList, jsonObject, promised, where } from './json.js';
import { compileObject, objectTypeNamed } from './object.js';

/** A row of one of several types: the first branch that has one. */
export function compilePolymorphic(
  compilation: Compilation,
  field: SelectedField,
  source: PolymorphicSource,
  place: Place,
): RawBuilder<unknown> {
  const branches = source.branches({ row: place.row, args: field.args, scope: place.scope });
  const objects = branches.map(({ type, on }) => compileBranch(compilation, field, type.name, place.scope, on));
  return promised(compilation, field, objects.length === 0 ? sql`null::json` : sql`coalesce(${sql.join(objects)})`);
}

/** The row of one concrete type that fits, as an object. */
export function compileBranch(
  compilation: Compilation,
  field: SelectedField,
  typeName: string,
  scope: Scope,
  on: (input: { readonly target: AnyRow; readonly scope: Scope }) => AnyConditions,
): Expression<unknown> {
  const type = objectTypeNamed(compilation, typeName);
  const alias = compilation.alias('t');
  const target = tableRow(alias);
  const columns = compileObject(compilation, type, field, { row: target, scope, path: field.path });
  const from = sql`${scope.table(tableOf(type))} as ${sql.id(alias)}`;
  return jsonObject(sql`select ${columns} from ${from}${where(conditionList(on({ target, scope })))}`);
}
