import { type Expression, type RawBuilder, sql } from 'kysely';
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
  const { columns, from, input } = relation(compilation, field, source, place);
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
  const { columns, from, input } = relation(compilation, field, source, place);
  const limit = source.limit ? sql` limit ${source.limit({ args: field.args })}` : sql``;
  return jsonList(
    sql`select ${columns} from ${from}${where(conditionList(source.on(input)))}${orderBy(source.orderBy(input))}${limit}`,
  );
}

/** The rows that a relation leads to, and what its functions are called with. */
export interface Relation {
  readonly input: AnyRelationInput;
  /** What stands after FROM, where the target is read from the type's own table or from another. */
  from(table?: Expression<unknown>): RawBuilder<unknown>;
}

/** The rows of a type, through a link table where there is one. */
export function relationInput(
  compilation: Compilation,
  field: SelectedField,
  typeName: string,
  viaTable: string | null,
  place: Place,
): Relation {
  const { row, scope } = place;
  const alias = compilation.alias('t');
  const own = (): Expression<unknown> => scope.table(tableOf(objectTypeNamed(compilation, typeName)));
  const target = (table = own()): RawBuilder<unknown> => sql`${table} as ${sql.id(alias)}`;
  const input = { row, scope, args: field.args, target: tableRow(alias) };
  if (viaTable === null) return { input: { ...input, via: null }, from: target };
  const viaAlias = compilation.alias('v');
  const via = sql`${scope.table(viaTable)} as ${sql.id(viaAlias)}`;
  return { input: { ...input, via: tableRow(viaAlias) }, from: (table) => sql`${via}, ${target(table)}` };
}

function relation(compilation: Compilation, field: SelectedField, source: OneSource | ManySource, place: Place) {
  const { input, from } = relationInput(compilation, field, field.type.name, source.via, place);
  const type = objectTypeNamed(compilation, field.type.name);
  const below: Place = { row: input.target, scope: place.scope, path: field.path };
  const columns = compileObject(compilation, type, field, below);
  return { input, from: from(tableIn(source, field, place)), columns };
}

function tableIn({ table }: OneSource | ManySource, field: SelectedField, { row, scope, parts }: Place) {
  return table?.({ row, scope, args: field.args, list: parts?.overList(field) ?? null, page: null });
}
