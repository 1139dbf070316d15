import type {
  FieldKind,
  FieldMap,
  FieldNullability,
  InputFieldMap,
  ObjectParam,
  SchemaTypes,
  ShapeFromTypeParam,
  ParentShape as ShapeOf,
  TypeParam,
} from '@pothos/core';
import type { LoadOptions, PolymorphicOptions } from './branch-options.js';
import type { EnterOptions, LookupOptions } from './entrance-options.js';
import type { ComputedOptions, EmbedOptions, ExprOptions, NoArgs, SourceOptions, TableName } from './field-options.js';
import type { KeysetConnectionOptions } from './keyset-connection.js';
import type { KeysetOptions, KeysetPage, OverListOptions } from './keyset-options.js';
import type { KyselyPluginOptions } from './options.js';
import type { KyselyPlugin } from './plugin.js';
import type { ManyOptions, OneOptions } from './relation-options.js';

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      kysely: KyselyPlugin<Types>;
    }

    export interface UserSchemaTypes {
      /** Logical tables: name to the shape of a row. */
      Tables: object;
    }

    export interface ExtendDefaultTypes<PartialTypes extends Partial<UserSchemaTypes>> {
      Tables: undefined extends PartialTypes['Tables'] ? object : PartialTypes['Tables'] & object;
    }

    // biome-ignore lint/correctness/noUnusedVariables: a merged interface must repeat the type parameters
    export interface SchemaBuilderOptions<Types extends SchemaTypes> {
      kysely?: KyselyPluginOptions;
    }

    // biome-ignore lint/correctness/noUnusedVariables: a merged interface must repeat the type parameters
    export interface ObjectTypeOptions<Types extends SchemaTypes, Shape> {
      /** The logical table whose rows are of this type. Left out by objects that are embedded in others. */
      kysely?: { readonly table: TableName<Types> };
    }

    export interface SchemaBuilder<Types extends SchemaTypes> {
      /** A Relay connection type and its edge type, over rows of `node`, which may have further columns where `table` in `t.keyset` gives them. */
      keysetConnection<Node extends ObjectParam<Types>, Listed extends ShapeOf<Types, Node> = ShapeOf<Types, Node>>(
        options: KeysetConnectionOptions<
          Node,
          (t: ObjectFieldBuilder<Types, KeysetPage<Listed>>) => FieldMap,
          (t: ObjectFieldBuilder<Types, Listed>) => FieldMap
        >,
      ): ObjectRef<Types, KeysetPage<Listed>>;
    }

    export interface RootFieldBuilder<Types extends SchemaTypes, ParentShape, Kind extends FieldKind> {
      /** The column of that name. */
      column<
        Name extends string & keyof ParentShape,
        Type extends TypeParam<Types>,
        Nullable extends FieldNullability<Type> = Types['DefaultFieldNullability'],
      >(
        name: Name,
        options: SourceOptions<Types, ParentShape, Type, Nullable, NoArgs>,
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;

      /** An SQL expression over the row. */
      expr<
        Type extends TypeParam<Types>,
        Nullable extends FieldNullability<Type> = Types['DefaultFieldNullability'],
        Args extends InputFieldMap = NoArgs,
      >(
        options: ExprOptions<Types, ParentShape, Type, Nullable, Args>,
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;

      /** A value that JavaScript computes over named columns. An operation with one is completed by graphql-js. */
      computed<
        Column extends string & keyof ParentShape,
        Type extends TypeParam<Types>,
        Nullable extends FieldNullability<Type> = Types['DefaultFieldNullability'],
        Args extends InputFieldMap = NoArgs,
      >(
        options: ComputedOptions<Types, ParentShape, Column, Type, Nullable, Args>,
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;

      /** An object made of columns of the same row. */
      embed<
        Type extends ObjectParam<Types>,
        Nullable extends FieldNullability<Type> = Types['DefaultFieldNullability'],
      >(
        options: EmbedOptions<Types, ParentShape, Type, Nullable>,
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;

      /** One related row, or at the root one row of a table. */
      one<
        Type extends ObjectParam<Types>,
        Nullable extends FieldNullability<Type> = Types['DefaultFieldNullability'],
        Args extends InputFieldMap = NoArgs,
        Via extends TableName<Types> | null = null,
      >(
        options: OneOptions<Types, ParentShape, Type, Nullable, Args, Via>,
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;

      /** All related rows, in order; an empty list where there are none. */
      many<
        Type extends [ObjectParam<Types>],
        Args extends InputFieldMap = NoArgs,
        Via extends TableName<Types> | null = null,
      >(
        options: ManyOptions<Types, ParentShape, Type, Args, Via>,
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, false>, Kind>;

      /** A page of a list, as a connection made by `builder.keysetConnection`. */
      keyset<Node, Args extends InputFieldMap = NoArgs, Via extends TableName<Types> | null = null>(
        options: KeysetOptions<Types, ParentShape, Node, ObjectRef<Types, KeysetPage<Node>>, Args, Via>,
      ): FieldRef<Types, KeysetPage<Node>, Kind>;

      /** On Query: everything below is read in another scope. */
      enter<
        Type extends ObjectParam<Types>,
        Nullable extends FieldNullability<Type> = Types['DefaultFieldNullability'],
        Args extends InputFieldMap = NoArgs,
      >(
        options: EnterOptions<Types, ParentShape, Type, Nullable, Args>,
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;

      /** On Query: objects by global ids that tell their type and state. */
      lookup<
        Type extends TypeParam<Types>,
        Nullable extends FieldNullability<Type> = Types['DefaultFieldNullability'],
        Args extends InputFieldMap = NoArgs,
      >(
        options: LookupOptions<Types, ParentShape, Type, Nullable, Args>,
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;

      /** A row that may be of several types. */
      polymorphic<
        Type extends TypeParam<Types>,
        Nullable extends FieldNullability<Type> = Types['DefaultFieldNullability'],
        Args extends InputFieldMap = NoArgs,
      >(
        options: PolymorphicOptions<Types, ParentShape, Type, Nullable, Args>,
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;

      /** Under an object that JavaScript made (a mutation's payload, an event): a row, read by a statement of its own. */
      load<
        Type extends TypeParam<Types>,
        Nullable extends FieldNullability<Type> = Types['DefaultFieldNullability'],
        Args extends InputFieldMap = NoArgs,
      >(
        options: LoadOptions<Types, ParentShape, Type, Nullable, Args>,
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;

      /** On a connection: a value over the whole list, not only the page. */
      overList<
        Type extends TypeParam<Types>,
        Nullable extends FieldNullability<Type> = Types['DefaultFieldNullability'],
        Args extends InputFieldMap = NoArgs,
      >(
        options: OverListOptions<Types, ParentShape, Type, Nullable, Args>,
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;
    }
  }
}
