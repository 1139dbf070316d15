import type {
  FieldNullability,
  InputFieldMap,
  InputShapeFromFields,
  ObjectParam,
  ParentShape,
  SchemaTypes,
  TypeParam,
} from '@pothos/core';
import type { Expression } from 'kysely';
import type { Lifted } from '../arguments/lifted.js';
import type { Row } from '../source/row.js';
import type { Scope } from '../source/scope.js';
import type { AnyWholeList, PagePart } from '../source/source.js';

/** The name of a logical table, as listed under `Tables` in the schema types. */
export type TableName<Types extends SchemaTypes> = string & keyof Types['Tables'];

/** The arguments of a field that has none. */
export type NoArgs = Record<never, never>;

/** Conditions joined by AND. What is null, undefined or false is left out. */
export type Conditions = Expression<unknown> | readonly (Expression<unknown> | null | undefined | false)[];

/** The arguments of a field as its SQL functions see them. */
export type LiftedArgs<Args extends InputFieldMap> = Lifted<InputShapeFromFields<Args>>;

/** What every field of the engine takes besides Pothos' own options. */
export interface SourceOptions<
  Types extends SchemaTypes,
  Shape,
  Type extends TypeParam<Types>,
  Nullable extends FieldNullability<Type>,
  Args extends InputFieldMap,
> extends PothosSchemaTypes.FieldOptions<Types, Shape, Type, Nullable, Args> {
  /** Runs before any SQL, with the plain arguments. What it throws is answered under the field's path, and nothing is read. */
  check?: (input: { readonly args: InputShapeFromFields<Args>; readonly context: Types['Context'] }) => void;
}

/** What an SQL function is given: the row the field belongs to, its arguments, the scope it is read in. */
export interface SqlInput<Shape, Args extends InputFieldMap> {
  readonly row: Row<Shape>;
  readonly args: LiftedArgs<Args>;
  readonly scope: Scope;
}

/** What a field is given that says itself what it reads from. */
export interface TableInput<Shape, Args extends InputFieldMap> extends SqlInput<Shape, Args> {
  /** On a connection: its whole list. */
  readonly list: AnyWholeList | null;
  /** Of a connection: the page that is read; null for the whole list. */
  readonly page: PagePart | null;
}

/** Options of `t.expr`. */
export interface ExprOptions<
  Types extends SchemaTypes,
  Shape,
  Type extends TypeParam<Types>,
  Nullable extends FieldNullability<Type>,
  Args extends InputFieldMap,
> extends SourceOptions<Types, Shape, Type, Nullable, Args> {
  /** The value in its final public form: text, number, boolean or json. */
  sql: (input: SqlInput<Shape, Args>) => Expression<unknown>;
}

/** Options of `t.computed`. */
export interface ComputedOptions<
  Types extends SchemaTypes,
  Shape,
  Column extends string & keyof Shape,
  Type extends TypeParam<Types>,
  Nullable extends FieldNullability<Type>,
  Args extends InputFieldMap,
> extends SourceOptions<Types, Shape, Type, Nullable, Args> {
  columns: readonly Column[];
  /** Gets the columns as JSON carries them: a date or an instant is text. */
  resolve: (columns: Pick<Shape, Column>, args: InputShapeFromFields<Args>, context: Types['Context']) => unknown;
}

/** Options of `t.embed`. */
export interface EmbedOptions<
  Types extends SchemaTypes,
  Shape,
  Type extends ObjectParam<Types>,
  Nullable extends FieldNullability<Type>,
> extends SourceOptions<Types, Shape, Type, Nullable, NoArgs> {
  prefix: string;
  /** Columns that are not called by the prefix and their logical name: logical name to actual name. */
  columns?: { readonly [Name in string & keyof ParentShape<Types, Type>]?: string & keyof Shape };
  /** When the object is there; needed where the field is nullable. */
  present?: (input: { readonly row: Row<Shape> }) => Expression<unknown>;
}
