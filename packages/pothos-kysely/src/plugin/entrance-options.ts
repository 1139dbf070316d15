import type {
  FieldNullability,
  InputFieldMap,
  InputShapeFromFields,
  ObjectParam,
  SchemaTypes,
  TypeParam,
} from '@pothos/core';
import type { Expression } from 'kysely';
import type { Row } from '../source/row.js';
import type { Scope } from '../source/scope.js';
import type { Conditions, LiftedArgs, SourceOptions } from './field-options.js';

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
  /**
   * What stands after FROM around all that is read below: one row with an alias, which the scope's tables and ids may refer to. So scopes that
   * differ by a value only are one scope, and share a compiled statement. Null where nothing is needed.
   */
  from?: (input: { readonly args: LiftedArgs<Args>; readonly scope: Scope }) => Expression<unknown> | null;
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
  /** As in `t.enter`, for one id: the row that the scope's tables and ids refer to. */
  from?: (input: LookupInput) => Expression<unknown> | null;
}
