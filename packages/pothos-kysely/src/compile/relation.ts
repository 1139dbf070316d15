import { type RawBuilder, sql } from 'kysely';
import { tableOf } from '../source/field-source.js';
import { tableRow } from '../source/row.js';
import type { AnyRelationInput, ManySource, OneSource } from '../source/source.js';
import type { Compilation, Place, SelectedField } from './compilation.js';
import { conditionList, jsonList, jsonObject, orderBy, promised, where } from './json.js';
import { compileObject, objectTypeNamed } from './object.js';

/** One related row as an object; the first one where an order is given. */
export function compileOne(
  compilation: Compilation,
  field: SelectedField,
  source: OneSource,
  place: Place,
): RawBuilder<unknown> {
  const { columns, from, input } = relation(compilation, field, source.via, place);
  const first = source.orderBy ? sql`${orderBy(source.orderBy(input))} limit 1` : sql``;
  const object = jsonObject(sql`select ${columns} from ${from}${where(conditionList(source.on(input)))}${first}`);
  return promised(compilation, field, object);
}

/** All related rows as a list. */
export function compileMany(
  compilation: Compilation,
  field: SelectedField,
  source: ManySource,
  place: Place,
): RawBuilder<unknown> {
  const { columns, from, input } = relation(compilation, field, source.via, place);
  const limit = source.limit ? sql` limit ${source.limit({ args: field.args })}` : sql``;
  return jsonList(
    sql`select ${columns} from ${from}${where(conditionList(source.on(input)))}${orderBy(source.orderBy(input))}${limit}`,
  );
}

/** The rows that a relation leads to, and what its functions are called with. */
export function relationInput(
  compilation: Compilation,
  field: SelectedField,
  typeName: string,
  viaTable: string | null,
  place: Place,
): { readonly input: AnyRelationInput; readonly from: RawBuilder<unknown> } {
  const { row, scope } = place;
  const alias = compilation.alias('t');
  const table = scope.table(tableOf(objectTypeNamed(compilation, typeName)));
  const target = { row: tableRow(alias), from: sql`${table} as ${sql.id(alias)}` };
  if (viaTable === null)
    return { input: { row, scope, args: field.args, target: target.row, via: null }, from: target.from };
  const viaAlias = compilation.alias('v');
  const via = tableRow(viaAlias);
  const from = sql`${scope.table(viaTable)} as ${sql.id(viaAlias)}, ${target.from}`;
  return { input: { row, scope, args: field.args, target: target.row, via }, from };
}

function relation(compilation: Compilation, field: SelectedField, viaTable: string | null, place: Place) {
  const { input, from } = relationInput(compilation, field, field.type.name, viaTable, place);
  const type = objectTypeNamed(compilation, field.type.name);
  const below: Place = { row: input.target, scope: place.scope, path: field.path };
  return { input, from, columns: compileObject(compilation, type, field, below) };
}
