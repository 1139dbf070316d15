import type { FieldNode, GraphQLField, GraphQLNamedOutputType, GraphQLObjectType } from 'graphql';
import type { Expression } from 'kysely';
import type { Call } from '../run/call.js';
import type { AnyRow } from '../source/row.js';
import type { Scope } from '../source/scope.js';
import type { AnyArgs, AnyWholeList, PartSource } from '../source/source.js';
import type { SelectionContext } from './selection.js';

/** One compilation in progress. */
export interface Compilation extends SelectionContext {
  /** Makes an alias that no other row of the statement has. */
  alias(letter: 't' | 'v' | 'p'): string;
  /** What must hold at every call before the statement runs. */
  readonly checks: Check[];
  /** Scopes and lookups of the root fields, by response key. */
  readonly entrances: ReadonlyMap<string, Entrance>;
  readonly form: Form;
  /** Keys of the scopes whose tables the statement reads so far. */
  readonly scopes: Set<string>;
  /** Set to false by whatever keeps the statement's JSON from being the final answer. */
  isWhole: boolean;
  /** Set to true where a promised row that is not there is marked in the JSON. */
  marksNulls: boolean;
  /** The lookups that say in the JSON why there is no row. */
  readonly absences: AbsenceSource[];
}

/**
 * What a statement is compiled for. `whole`: its JSON is the answer, so it holds what is selected and nothing else. `tree`: graphql-js completes
 * it, so objects in abstract positions tell their type as well.
 */
export type Form = 'whole' | 'tree';

/** A field of the root that says why there is no row: an object with ABSENT_KEY in the place of one. */
export interface AbsenceSource {
  readonly responseKey: string;
  readonly nodes: readonly FieldNode[];
}

/** Something verified before SQL; what `verify` throws is answered under `path`. */
export interface Check {
  readonly nodes: readonly FieldNode[];
  readonly path: readonly (string | number)[];
  verify(call: Call): void;
}

/** What a root field decides before anything can be compiled. */
export type Entrance =
  | { readonly kind: 'scope'; readonly scope: Scope | null }
  | { readonly kind: 'lookup'; readonly groups: readonly LookupGroup[] };

/** Ids of one type in one scope, answered by one branch of the statement. */
export interface LookupGroup {
  readonly type: string;
  readonly scope: Scope;
}

/** Where a selection is compiled. */
export interface Place {
  readonly row: AnyRow;
  readonly scope: Scope;
  /** Response keys from the root, for errors; list indices are not known before SQL. */
  readonly path: readonly (string | number)[];
  /** On a connection and below: how its parts are made. */
  readonly parts?: Parts;
}

/** How the parts of a connection, of an edge or of PageInfo are made. */
export interface Parts {
  part(name: PartSource['part'], field: SelectedField): Expression<unknown>;
  overList(field: SelectedField): AnyWholeList;
}

/** One selected field, with its arguments lifted. */
export interface SelectedField {
  readonly responseKey: string;
  readonly parentType: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly type: GraphQLNamedOutputType;
  readonly nodes: readonly FieldNode[];
  readonly args: AnyArgs;
  readonly path: readonly (string | number)[];
}
