import type {
  FieldNullability,
  InputFieldMap,
  InputShapeFromFields,
  ObjectParam,
  ObjectRef,
  ParentShape,
  SchemaTypes,
  TypeParam,
} from '@pothos/core';
import type { Expression } from 'kysely';
import type { Lifted } from '../arguments/lifted.js';
import type { KeyType } from '../keyset/key-types.js';
import type { Run } from '../run/statement.js';
import type { Row } from '../source/row.js';
import type { Scope } from '../source/scope.js';

/** The name of a logical table, as listed under `Tables` in the schema types. */
export type TableName<Types extends SchemaTypes> = string & keyof Types['Tables'];

/** The arguments of a field that has none. */
export type NoArgs = Record<never, never>;

/** Conditions joined by AND. What is null, undefined or false is left out. */
export type Conditions = Expression<unknown> | readonly (Expression<unknown> | null | undefined | false)[];

/** The arguments of a field as its SQL functions see them. */
export type LiftedArgs<Args extends InputFieldMap> = Lifted<InputShapeFromFields<Args>>;

/** The row of a link table: none where no table is named, perhaps null where the choice depends on arguments. */
export type ViaRow<Types extends SchemaTypes, Via> = Via extends TableName<Types> ? Row<Types['Tables'][Via]> : null;

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

/** As `SqlInput`, with the row that is looked for and the link table's, if there is one. */
export interface RelationInput<Types extends SchemaTypes, Shape, Target, Via, Args extends InputFieldMap>
  extends SqlInput<Shape, Args> {
  readonly target: Row<Target>;
  readonly via: ViaRow<Types, Via>;
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

/** Options of `t.one`. */
export interface OneOptions<
  Types extends SchemaTypes,
  Shape,
  Type extends ObjectParam<Types>,
  Nullable extends FieldNullability<Type>,
  Args extends InputFieldMap,
  Via extends TableName<Types> | null,
> extends SourceOptions<Types, Shape, Type, Nullable, Args> {
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
  via?: Via;
  on: (input: RelationInput<Types, Shape, ParentShape<Types, Type[0]>, Via, Args>) => Conditions;
  orderBy: (
    input: RelationInput<Types, Shape, ParentShape<Types, Type[0]>, Via, Args>,
  ) => readonly Expression<unknown>[];
  limit?: (input: { readonly args: LiftedArgs<Args> }) => Expression<unknown>;
}

/** The phantom shape of a connection: it carries the shape of its nodes' rows. */
export interface KeysetPage<Node> {
  readonly node: Node;
}

/** One key of a list's order. Keys are never null, and all of them together tell every two rows apart. */
export interface OrderKey {
  readonly key: Expression<unknown>;
  readonly direction: 'asc' | 'desc';
  /** The SQL type of the key: a cursor carries it as text. */
  readonly type: KeyType;
}

/** Options of `t.keyset`; `first`, `after`, `last` and `before` are added to `args`. */
export interface KeysetOptions<
  Types extends SchemaTypes,
  Shape,
  Node,
  Type extends ObjectRef<Types, KeysetPage<Node>>,
  Args extends InputFieldMap,
  Via extends TableName<Types> | null,
> extends SourceOptions<Types, Shape, Type, false, Args> {
  via?: Via | ((input: { readonly args: LiftedArgs<Args> }) => Via);
  on: (input: RelationInput<Types, Shape, Node, Via, Args>) => Conditions;
  order: (input: RelationInput<Types, Shape, Node, Via, Args>) => readonly OrderKey[];
  /** A total that is cheaper than counting, as a column; null where this call has to be counted. */
  count?: (input: SqlInput<Shape, Args>) => Expression<unknown> | null;
  /** 'forward' leaves out last and before. Default 'both'. */
  directions?: 'both' | 'forward';
}

/** Options of `t.enter`. */
export interface EnterOptions<
  Types extends SchemaTypes,
  Shape,
  Type extends ObjectParam<Types>,
  Nullable extends FieldNullability<Type>,
  Args extends InputFieldMap,
> extends SourceOptions<Types, Shape, Type, Nullable, Args> {
  /** Called once a call, after `check`; null makes the field null. */
  scope: (input: { readonly args: InputShapeFromFields<Args>; readonly context: Types['Context'] }) => Scope | null;
}

/** Where an id leads: a type with a table, the state it is read in, and the id within that table. */
export interface Located {
  readonly type: { readonly name: string };
  readonly scope: Scope;
  readonly id: string;
}

/** What the SQL functions of a lookup are given for one id. */
export interface LookupInput {
  readonly id: Expression<string>;
  /** The name of the type that the id was located in. */
  readonly type: string;
  readonly scope: Scope;
}

/** Options of `t.lookup`. */
export interface LookupOptions<
  Types extends SchemaTypes,
  Shape,
  Type extends TypeParam<Types>,
  Nullable extends FieldNullability<Type>,
  Args extends InputFieldMap,
> extends SourceOptions<Types, Shape, Type, Nullable, Args> {
  ids: (args: InputShapeFromFields<Args>) => readonly string[];
  /** Null where an id leads nowhere: its position is null. */
  locate: (id: string, context: Types['Context']) => Located | null;
  /** When a row is the one looked for; the column `id` equals the id where this is left out. */
  match?: (input: LookupInput & { readonly target: Row<Record<string, unknown>> }) => Conditions;
  /** Why a located id has no row: json `{code, message}` makes an error with that code at its place, null none. */
  absent?: (input: LookupInput) => Expression<unknown>;
}

/** One concrete type that a polymorphic field may lead to. */
export interface Branch {
  readonly type: { readonly name: string };
  readonly on: (input: { readonly target: Row<Record<string, unknown>>; readonly scope: Scope }) => Conditions;
}

/** Options of `t.polymorphic`. */
export interface PolymorphicOptions<
  Types extends SchemaTypes,
  Shape,
  Type extends TypeParam<Types>,
  Nullable extends FieldNullability<Type>,
  Args extends InputFieldMap,
> extends SourceOptions<Types, Shape, Type, Nullable, Args> {
  /** The first branch that has a row is the answer. */
  branches: (input: SqlInput<Shape, Args>) => readonly Branch[];
}

/** What `t.load` reads: the row of `on` in `scope`, on the executor given or the engine's own. */
export interface LoadTarget<Target> {
  readonly scope: Scope;
  readonly on: (input: { readonly target: Row<Target>; readonly scope: Scope }) => Conditions;
  readonly run?: Run;
  /** The concrete type, where the field's own is an interface. */
  readonly type?: { readonly name: string };
}

/** Options of `t.load`. */
export interface LoadOptions<
  Types extends SchemaTypes,
  Shape,
  Type extends TypeParam<Types>,
  Nullable extends FieldNullability<Type>,
  Args extends InputFieldMap,
> extends SourceOptions<Types, Shape, Type, Nullable, Args> {
  target: (
    parent: Shape,
    args: InputShapeFromFields<Args>,
    context: Types['Context'],
  ) => LoadTarget<ParentShape<Types, Type>> | null | Promise<LoadTarget<ParentShape<Types, Type>> | null>;
}

/** The whole list behind a connection, of which a page is shown. */
export interface WholeList<Node> {
  readonly target: Row<Node>;
  /** `(select <columns> from <the list> <rest>)`: a subselect over every row of the list; `rest` is what follows WHERE. */
  select(columns: Expression<unknown>, rest?: Expression<unknown>): Expression<unknown>;
}

/** Options of `t.overList`, for further fields of a connection. */
export interface OverListOptions<
  Types extends SchemaTypes,
  Shape,
  Type extends TypeParam<Types>,
  Nullable extends FieldNullability<Type>,
  Args extends InputFieldMap,
> extends SourceOptions<Types, Shape, Type, Nullable, Args> {
  sql: (input: {
    readonly list: WholeList<Shape extends KeysetPage<infer Node> ? Node : never>;
    readonly args: LiftedArgs<Args>;
    readonly scope: Scope;
  }) => Expression<unknown>;
}
