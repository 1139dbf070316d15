import { createHash } from 'node:crypto';
import { createQueryId, type Expression, PostgresQueryCompiler, RawNode } from 'kysely';
import { isParam } from '../arguments/param.js';
import type { Call } from './call.js';
import type { Statement } from './statement.js';

/** A statement whose parameters are known only at a call. */
export interface CompiledStatement {
  readonly sql: string;
  readonly name: string;
  /** Values, and params to be evaluated. */
  readonly parameters: readonly unknown[];
  /** Keys of the scopes whose tables it reads. */
  readonly scopes: readonly string[];
}

/** Prints an expression as PostgreSQL. */
export function compileStatement(
  expression: Expression<unknown>,
  scopes: ReadonlySet<string> = new Set(),
): CompiledStatement {
  const node = RawNode.createWithChild(expression.toOperationNode());
  const { sql, parameters } = new PostgresQueryCompiler().compileQuery(node, createQueryId());
  return {
    sql,
    parameters,
    name: createHash('sha256').update(sql).digest('hex').slice(0, 32),
    scopes: [...scopes].sort(),
  };
}

/** The statement of one call. Throws what a param's mapping throws. */
export function bindStatement({ sql, name, parameters, scopes }: CompiledStatement, call: Call): Statement {
  return { sql, name, scopes, parameters: parameters.map((value) => (isParam(value) ? value.evaluate(call) : value)) };
}
