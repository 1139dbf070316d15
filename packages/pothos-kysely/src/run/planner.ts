import {
  type ExecutionArgs,
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  OperationTypeNode,
} from 'graphql';
import { variablesSkeleton } from '../arguments/skeleton.js';
import type { Form } from '../compile/compilation.js';
import type { Scope } from '../source/scope.js';
import type { Call } from './call.js';
import { type CompiledVariant, compileQuery } from './compile-query.js';
import { bindStatement } from './compile-statement.js';
import { type Entrances, findEntrances, NO_ENTRANCES } from './entrances.js';
import { ErrorList } from './error-list.js';
import { type KnownOperation, KnownOperations } from './known-operations.js';
import { newCompilation } from './new-compilation.js';
import type { OperationParts } from './operation-parts.js';
import type { Statement } from './statement.js';
import { verifyPages } from './verify-pages.js';

/** One call of an operation, planned: what is wrong with it, or the statement it runs. */
export interface Plan {
  readonly errors: readonly GraphQLError[];
  /** Undefined where something is wrong, and where no root field reads from SQL. */
  readonly statement: Statement | undefined;
  /** What the statement was made from; undefined where something is wrong with the call. */
  readonly variant: CompiledVariant | undefined;
}

/** One call of an operation. */
interface PlannedArgs extends ExecutionArgs {
  readonly coercedVariables?: Readonly<Record<string, unknown>>;
}

/** What a planner takes from the engine's options. */
export interface PlannerOptions {
  readonly schema: GraphQLSchema;
  defaultScope(context: unknown): Scope;
  readonly maxCompiledBytes?: number;
}

const MAX_COMPILED_BYTES = 16 * 1024 * 1024;

/** Plans calls of operations: coerces, enters, locates, compiles what is not yet compiled, verifies, binds. */
export class Planner {
  private readonly options: PlannerOptions;
  private readonly operations: KnownOperations;

  constructor(options: PlannerOptions) {
    this.options = options;
    this.operations = new KnownOperations(options.schema, options.maxCompiledBytes ?? MAX_COMPILED_BYTES);
  }

  /**
   * Undefined for what graphql-js answers alone: no choice of an operation, or variables that it will refuse.
   *
   * @param form what is wanted of the statement; where an operation cannot be answered by a whole one, the plan has the tree
   */
  plan(args: PlannedArgs, form: Form): Plan | undefined {
    const { document, operationName, variableValues, contextValue, coercedVariables } = args;
    const known = this.operations.get(document, operationName);
    const { parts } = known;
    if (!parts) return undefined;
    const coerced = coercedVariables ?? this.coerce(parts, variableValues ?? {});
    if (!coerced) return undefined;
    const isQuery = parts.operation.operation === OperationTypeNode.QUERY;
    return isQuery
      ? this.planQuery({ known, parts, variables: coerced, context: contextValue, form })
      : this.planOther(parts, coerced);
  }

  private coerce({ operation }: OperationParts, given: Readonly<Record<string, unknown>>) {
    return getVariableValues(this.options.schema, operation.variableDefinitions ?? [], given).coerced;
  }

  /** A mutation or an event: its root fields are JavaScript's, what t.load reads below is compiled when it is reached. */
  private planOther(parts: OperationParts, variables: Readonly<Record<string, unknown>>): Plan {
    const { schema } = this.options;
    const errors = new ErrorList();
    const root = schema.getRootType(parts.operation.operation);
    if (root) verifyPages({ ...parts, schema, variables }, root, [parts.operation.selectionSet], errors);
    return { errors: errors.errors, statement: undefined, variant: undefined };
  }

  private planQuery(asked: AskedQuery): Plan {
    const { known, parts, variables, context, form } = asked;
    const { schema } = this.options;
    const errors = new ErrorList();
    const entrances = known.mayEnter ? findEntrances({ ...parts, schema, variables }, context, errors) : NO_ENTRANCES;
    const variant = errors.isEmpty ? errors.attempt(() => this.variant(asked, entrances, form)) : undefined;
    const call: Call = { token: {}, variables, context, lookups: entrances.lookups };
    for (const check of variant?.checks ?? []) errors.attempt(() => check.verify(call), check);
    const statement = errors.isEmpty && variant?.statement ? bindStatement(variant.statement, call) : undefined;
    return { errors: errors.errors, statement, variant };
  }

  private variant(asked: AskedQuery, entrances: Entrances, form: Form): CompiledVariant {
    const { known, parts, variables, context } = asked;
    const { operation, fragments, conditions } = parts;
    const { schema } = this.options;
    const shape = known.skeleton ?? variablesSkeleton(schema, operation, variables, conditions);
    const scope = this.options.defaultScope(context);
    // A shape that every call has tells no two calls apart.
    const told = known.skeleton ? '' : JSON.stringify(shape);
    const of = (wanted: Form): string => `${wanted} ${told} ${JSON.stringify(scope.key)} ${entrances.signature}`;
    const compile = (wanted: Form) =>
      compileQuery(newCompilation({ schema, fragments, variables: shape }, wanted, entrances.byKey), operation, scope);
    const tree = () => this.operations.variant(known, of('tree'), () => compile('tree'));
    if (form === 'tree') return tree();
    return this.operations.variant(known, of('whole'), () => {
      const whole = compile('whole');
      return whole.isWhole ? whole : tree();
    });
  }
}

/** One call of a query. */
interface AskedQuery {
  readonly known: KnownOperation;
  readonly parts: OperationParts;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: unknown;
  readonly form: Form;
}
