import type {
  FieldNullability,
  InputFieldMap,
  InputShapeFromFields,
  ParentShape,
  SchemaTypes,
  TypeParam,
} from '@pothos/core';
import type { Run } from '../run/statement.js';
import type { Row } from '../source/row.js';
import type { Scope } from '../source/scope.js';
import type { Conditions, SourceOptions, SqlInput } from './field-options.js';

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
  /** On a field of Subscription: its events, each of which is then the parent. */
  subscribe?: (
    root: unknown,
    args: InputShapeFromFields<Args>,
    context: Types['Context'],
  ) => Promise<AsyncIterable<object>>;
  target: (
    parent: Shape,
    args: InputShapeFromFields<Args>,
    context: Types['Context'],
  ) => LoadTarget<ParentShape<Types, Type>> | null | Promise<LoadTarget<ParentShape<Types, Type>> | null>;
}
