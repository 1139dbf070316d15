import type { Expression } from 'kysely';
import type { Param } from '../arguments/param.js';
import type { KeyType } from '../keyset/key-types.js';
import type { Limits } from '../plugin/options.js';
import type { Run } from '../run/statement.js';
import type { AnyRow } from './row.js';
import type { Scope } from './scope.js';

/** Arguments after lifting, by name. */
export type AnyArgs = Readonly<Record<string, unknown>>;

/** Conditions joined by AND; null, undefined and false are left out. */
export type AnyConditions = Expression<unknown> | readonly (Expression<unknown> | null | undefined | false)[];

/** What an SQL function of a source is given. */
export interface AnyInput {
  readonly row: AnyRow;
  readonly args: AnyArgs;
  readonly scope: Scope;
}

/** What the SQL functions of a relation are given. */
export interface AnyRelationInput extends AnyInput {
  readonly target: AnyRow;
  readonly via: AnyRow | null;
}

/** Which part of a list is read: a page after a cursor, of so many rows and perhaps one more. */
export interface PagePart {
  /** The keys of the cursor that it begins after. */
  readonly after: Param<readonly string[]> | null;
  /** Rows that are read at most. */
  readonly size: Expression<unknown>;
}

/** The whole list behind a connection. */
export interface AnyWholeList {
  readonly target: AnyRow;
  /** The arguments of the connection, without those of its pages. */
  readonly args: AnyArgs;
  /** Whether every row of the type's own table is in it. */
  readonly isAll: boolean;
  /** The ids of its rows as a subselect that is cheaper than one over the rows; null where there is none. */
  readonly ids: Expression<unknown> | null;
  select(columns: Expression<unknown>, rest?: Expression<unknown>): Expression<unknown>;
}

/** What a source is given that says itself what it reads from. */
export interface AnyTableInput extends AnyInput {
  /** The list of the connection that the field stands on. */
  readonly list: AnyWholeList | null;
  /** Of a connection: the page that is read; null for the whole list. */
  readonly page: PagePart | null;
}

/** What stands after FROM in place of the type's table. */
export type TableFunction = (input: AnyTableInput) => Expression<unknown>;

/** One key of an order. */
export interface AnyOrderKey {
  readonly key: Expression<unknown>;
  readonly direction: 'asc' | 'desc';
  readonly type: KeyType;
}

/** A concrete type named by a reference. */
export interface TypeName {
  readonly name: string;
}

/** What runs before SQL, with the plain arguments. */
export type CheckFunction = (input: { readonly args: AnyArgs; readonly context: unknown }) => void;

/** The column `name`. */
export interface ColumnSource {
  readonly kind: 'column';
  readonly name: string;
}

/** An expression. */
export interface ExprSource {
  readonly kind: 'expr';
  readonly sql: (input: AnyInput) => Expression<unknown>;
}

/** JavaScript over columns. */
export interface ComputedSource {
  readonly kind: 'computed';
  readonly columns: readonly string[];
}

/** An object over the same row. */
export interface EmbedSource {
  readonly kind: 'embed';
  readonly prefix: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly present: ((input: { readonly row: AnyRow }) => Expression<unknown>) | undefined;
}

/** One row of another table. */
export interface OneSource {
  readonly kind: 'one';
  readonly table: TableFunction | undefined;
  readonly via: string | null;
  readonly on: (input: AnyRelationInput) => AnyConditions;
  readonly orderBy: ((input: AnyRelationInput) => readonly Expression<unknown>[]) | undefined;
}

/** Rows of another table. */
export interface ManySource {
  readonly kind: 'many';
  readonly table: TableFunction | undefined;
  readonly via: string | null;
  readonly on: (input: AnyRelationInput) => AnyConditions;
  readonly orderBy: (input: AnyRelationInput) => readonly Expression<unknown>[];
  readonly limit: ((input: { readonly args: AnyArgs }) => Expression<unknown>) | undefined;
}

/** A page of rows of another table. */
export interface KeysetSource {
  readonly kind: 'keyset';
  readonly table: TableFunction | undefined;
  readonly via: (input: { readonly args: AnyArgs }) => string | null;
  readonly on: (input: AnyRelationInput) => AnyConditions;
  readonly order: (input: AnyRelationInput) => readonly AnyOrderKey[];
  readonly count: (input: AnyInput) => Expression<unknown> | null;
  readonly ids: (input: AnyInput) => Expression<unknown> | null;
  readonly within: ((input: { readonly row: AnyRow }) => Expression<unknown>) | undefined;
  readonly cursors: string | null;
  readonly limits: Limits;
}

/** Another scope. */
export interface EnterSource {
  readonly kind: 'enter';
  readonly scope: (input: { readonly args: AnyArgs; readonly context: unknown }) => Scope | null;
  readonly from: ((input: { readonly args: AnyArgs; readonly scope: Scope }) => Expression<unknown> | null) | undefined;
}

/** What the SQL functions of a lookup are given. */
export interface AnyLookupInput {
  readonly id: Expression<string>;
  readonly type: string;
  readonly scope: Scope;
}

/** Rows by global ids. */
export interface LookupSource {
  readonly kind: 'lookup';
  readonly ids: (args: AnyArgs) => readonly string[];
  readonly locate: (
    id: string,
    context: unknown,
  ) => { readonly type: TypeName; readonly scope: Scope; readonly id: string } | null;
  readonly match: ((input: AnyLookupInput & { readonly target: AnyRow }) => AnyConditions) | undefined;
  readonly absent: ((input: AnyLookupInput) => Expression<unknown>) | undefined;
  readonly from: ((input: AnyLookupInput) => Expression<unknown> | null) | undefined;
  readonly limits: Limits;
}

/** A row of one of several types. */
export interface PolymorphicSource {
  readonly kind: 'polymorphic';
  readonly branches: (input: AnyInput) => readonly {
    readonly type: TypeName;
    readonly on: (input: { readonly target: AnyRow; readonly scope: Scope }) => AnyConditions;
  }[];
}

/** A row under a JavaScript object. */
export interface AnyLoadTarget {
  readonly scope: Scope;
  readonly on: (input: { readonly target: AnyRow; readonly scope: Scope }) => AnyConditions;
  readonly run?: Run;
  readonly type?: TypeName;
}

/** A part of a connection, of an edge or of PageInfo. */
export interface PartSource {
  readonly kind: 'part';
  readonly part:
    | 'edges'
    | 'nodes'
    | 'pageInfo'
    | 'totalCount'
    | 'cursor'
    | 'node'
    | 'hasNextPage'
    | 'hasPreviousPage'
    | 'startCursor'
    | 'endCursor';
}

/** A value over the whole list of a connection. */
export interface OverListSource {
  readonly kind: 'overList';
  readonly sql: (input: {
    readonly list: AnyWholeList;
    readonly args: AnyArgs;
    readonly scope: Scope;
  }) => Expression<unknown>;
}

/** Where a field's data comes from. */
export type Source =
  | ColumnSource
  | ExprSource
  | ComputedSource
  | EmbedSource
  | OneSource
  | ManySource
  | KeysetSource
  | EnterSource
  | LookupSource
  | PolymorphicSource
  | PartSource
  | OverListSource;
