import type { FieldNullability, InputFieldMap, ObjectParam, ParentShape, SchemaTypes } from '@pothos/core';
import type { Expression } from 'kysely';
import type { Row } from '../source/row.js';
import type { Conditions, LiftedArgs, SourceOptions, SqlInput, TableInput, TableName } from './field-options.js';

/**
 * The row of a link table: none where no table is named, perhaps null where the choice depends on arguments. Where they choose among several tables
 * it has the columns of all of them, and those of the chosen one may be read.
 */
export type ViaRow<Types extends SchemaTypes, Via> =
  | ([Extract<Via, TableName<Types>>] extends [never] ? never : Row<AllOf<Types, Extract<Via, TableName<Types>>>>)
  | Extract<Via, null>;

/** The columns of all tables of a union. */
type AllOf<Types extends SchemaTypes, Table extends TableName<Types>> = (
  Table extends TableName<Types>
    ? (row: Types['Tables'][Table]) => void
    : never
) extends (row: infer All) => void
  ? All
  : never;

/** As `SqlInput`, with the row that is looked for and the link table's, if there is one. */
export interface RelationInput<Types extends SchemaTypes, Shape, Target, Via, Args extends InputFieldMap>
  extends SqlInput<Shape, Args> {
  readonly target: Row<Target>;
  readonly via: ViaRow<Types, Via>;
}

/** Options of `t.one`. */
export interface OneOptions<
  Types extends SchemaTypes,
  Shape,
  Type extends ObjectParam<Types>,
  Nullable extends FieldNullability<Type>,
  Args extends InputFieldMap,
  Via extends TableName<Types> | null,
> extends SourceOptions<Types, Shape, Type, Nullable, Args> {
  /** What stands after FROM in place of the type's table: a subselect in parentheses with the columns that are read. */
  table?: (input: TableInput<Shape, Args>) => Expression<unknown>;
  via?: Via;
  on: (input: RelationInput<Types, Shape, ParentShape<Types, Type>, Via, Args>) => Conditions;
  /** The first row in this order. Without it the conditions must fit one row at most. */
  orderBy?: (input: RelationInput<Types, Shape, ParentShape<Types, Type>, Via, Args>) => readonly Expression<unknown>[];
}

/** Options of `t.many`. */
export interface ManyOptions<
  Types extends SchemaTypes,
  Shape,
  Type extends [ObjectParam<Types>],
  Args extends InputFieldMap,
  Via extends TableName<Types> | null,
> extends SourceOptions<Types, Shape, Type, false, Args> {
  /** What stands after FROM in place of the type's table: a subselect in parentheses with the columns that are read. */
  table?: (input: TableInput<Shape, Args>) => Expression<unknown>;
  via?: Via;
  on: (input: RelationInput<Types, Shape, ParentShape<Types, Type[0]>, Via, Args>) => Conditions;
  orderBy: (
    input: RelationInput<Types, Shape, ParentShape<Types, Type[0]>, Via, Args>,
  ) => readonly Expression<unknown>[];
  limit?: (input: { readonly args: LiftedArgs<Args> }) => Expression<unknown>;
}
