import type { FieldNullability, InputFieldMap, ObjectRef, SchemaTypes, TypeParam } from '@pothos/core';
import type { Expression } from 'kysely';
import type { KeyType } from '../keyset/key-types.js';
import type { Row } from '../source/row.js';
import type { Scope } from '../source/scope.js';
import type { Conditions, LiftedArgs, SourceOptions, SqlInput, TableInput, TableName } from './field-options.js';
import type { RelationInput } from './relation-options.js';

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
  /**
   * What stands after FROM in place of the type's table: a subselect in parentheses. For a page it may leave out what the page cannot hold.
   */
  table?: (input: TableInput<Shape, Args>) => Expression<unknown>;
  via?: Via | ((input: { readonly args: LiftedArgs<Args> }) => Via);
  on: (input: RelationInput<Types, Shape, Node, Via, Args>) => Conditions;
  order: (input: RelationInput<Types, Shape, Node, Via, Args>) => readonly OrderKey[];
  /** A total that is cheaper than counting; null, or an SQL null, where this call has to be counted. */
  count?: (input: SqlInput<Shape, Args>) => Expression<unknown> | null;
  /** A subselect of the ids of all rows of the list that is cheaper than one over the rows, for what is told of whole lists; null where there is none. */
  ids?: (input: SqlInput<Shape, Args>) => Expression<unknown> | null;
  /**
   * What tells the object that the list belongs to from all others, as a column that is never null: cursors of the same field of another object
   * are refused. Where it is left out, they are taken.
   */
  within?: (input: { readonly row: Row<Shape> }) => Expression<unknown>;
  /**
   * A name under which cursors are made in place of the list's own: all lists that give it take each other's, whatever their arguments and scope.
   * `cursorAt` makes one. For lists whose places never move.
   */
  cursors?: string;
  /** 'forward' leaves out last and before. Default 'both'. */
  directions?: 'both' | 'forward';
}

/** The whole list behind a connection, of which a page is shown. */
export interface WholeList<Node> {
  readonly target: Row<Node>;
  /** The arguments of the connection, lifted, without those of its pages. */
  readonly args: Readonly<Record<string, unknown>>;
  /** Whether every row of the type's own table is in it. */
  readonly isAll: boolean;
  /** The ids of its rows, as `ids` of the field's options gives them. */
  readonly ids: Expression<unknown> | null;
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
