import type { OperationDefinitionNode } from 'graphql';
import { sql } from 'kysely';
import type { AbsenceSource, Check, Compilation } from '../compile/compilation.js';
import { columnList } from '../compile/json.js';
import { compileSelections, objectTypeNamed } from '../compile/object.js';
import { readScope } from '../compile/read-scope.js';
import { collectSelections } from '../compile/selection.js';
import { sourceOf } from '../source/field-source.js';
import { noRow } from '../source/row.js';
import type { Scope } from '../source/scope.js';
import { type CompiledStatement, compileStatement } from './compile-statement.js';

/** One variant of an operation, ready to be called. */
export interface CompiledVariant {
  /** Undefined where no root field reads anything. */
  readonly statement: CompiledStatement | undefined;
  readonly checks: readonly Check[];
  readonly isWhole: boolean;
  readonly marksNulls: boolean;
  readonly absences: readonly AbsenceSource[];
}

/** Compiles every root field that has a source into one statement with one text column, `data`. */
export function compileQuery(
  compilation: Compilation,
  { selectionSet }: OperationDefinitionNode,
  scope: Scope,
): CompiledVariant {
  const root = objectTypeNamed(compilation, compilation.schema.getQueryType()?.name ?? 'Query');
  const selections = collectSelections(compilation, root, [selectionSet]);
  const columns = compileSelections(compilation, root, selections, {
    row: noRow(root.name),
    scope: readScope(compilation, scope),
    path: [],
  });
  const reads = selections.some(({ node }) => {
    const field = root.getFields()[node.name.value];
    return field !== undefined && sourceOf(field) !== undefined;
  });
  const object = sql`select row_to_json("$o")::text as "data" from (select ${columnList(columns)}) as "$o"`;
  const { checks, isWhole, marksNulls, absences, scopes } = compilation;
  return { statement: reads ? compileStatement(object, scopes) : undefined, checks, isWhole, marksNulls, absences };
}
