import {
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLError,
  type GraphQLObjectType,
  getVariableValues,
  OperationTypeNode,
} from 'graphql';
import { variablesSkeleton } from '../arguments/skeleton.js';
import type { Scope } from '../source/scope.js';
import type { Call } from './call.js';
import { type CompiledVariant, compileQuery } from './compile-operation.js';
import { bindStatement } from './compile-statement.js';
import { findEntrances } from './entrances.js';
import { ErrorList } from './error-list.js';
import { Lru } from './lru.js';
import { newCompilation } from './new-compilation.js';
import { type OperationParts, operationParts } from './request.js';
import type { Statement } from './statement.js';

/** One call of a query, planned: what is wrong with it, and the statement it runs. */
export interface Plan {
  readonly errors: readonly GraphQLError[];
  readonly isWhole: boolean;
  readonly statement: Statement | undefined;
}

/** What a planner takes from the engine's options. */
export interface PlannerOptions {
  defaultScope(context: unknown): Scope;
  readonly maxDocuments?: number;
  readonly maxVariants?: number;
}

interface KnownOperation {
  readonly parts: OperationParts | undefined;
  readonly variants: Lru<string, CompiledVariant>;
}

/** Plans calls of queries, and remembers what was compiled: documents by identity, then operations, then variants. */
export class Planner {
  private readonly options: PlannerOptions;
  private readonly documents: Lru<DocumentNode, Map<string, KnownOperation>>;

  constructor(options: PlannerOptions) {
    this.options = options;
    this.documents = new Lru(options.maxDocuments ?? 500);
  }

  /** Undefined for what graphql-js answers alone: no query, no choice of one, or variables that it will refuse. */
  plan(args: ExecutionArgs): Plan | undefined {
    const { parts, variants } = this.known(args.document, args.operationName);
    const root = args.schema.getQueryType();
    if (!parts || !root || parts.operation.operation !== OperationTypeNode.QUERY) return undefined;
    const { coerced } = getVariableValues(args.schema, parts.operation.variableDefinitions ?? [], args.variableValues ?? {});
    return coerced && this.planQuery(args, parts, variants, root, coerced);
  }

  private planQuery(
    { schema, contextValue: context }: ExecutionArgs,
    parts: OperationParts,
    variants: Lru<string, CompiledVariant>,
    root: GraphQLObjectType,
    variables: Record<string, unknown>,
  ): Plan {
    const errors = new ErrorList();
    const { operation, fragments, conditions } = parts;
    const selecting = { schema, fragments, variables };
    const entrances = findEntrances(selecting, root, operation.selectionSet, context, errors);
    if (errors.errors.length > 0) return { errors: errors.errors, isWhole: false, statement: undefined };
    const skeleton = variablesSkeleton(schema, operation, variables, conditions);
    const scope = this.options.defaultScope(context);
    const variant = variants.getOrMake(JSON.stringify([skeleton, scope.key, entrances.signature]), () => {
      const compilation = newCompilation({ schema, fragments, variables: skeleton }, entrances.byKey);
      return compileQuery(compilation, root, operation.selectionSet, scope);
    });
    return finish(variant, { variables, context, lookups: entrances.lookups }, errors);
  }

  private known(document: DocumentNode, name: string | null | undefined): KnownOperation {
    const operations = this.documents.getOrMake(document, () => new Map());
    const known = operations.get(name ?? '') ?? {
      parts: operationParts(document, name),
      variants: new Lru(this.options.maxVariants ?? 64),
    };
    // A name that the document does not have is not kept: names come from clients, and documents stay.
    if (known.parts) operations.set(name ?? '', known);
    return known;
  }
}

function finish({ statement, checks, isWhole }: CompiledVariant, call: Call, errors: ErrorList): Plan {
  for (const { nodes, path, verify } of checks) errors.collect(nodes, path, () => verify(call));
  const isWrong = errors.errors.length > 0;
  return { errors: errors.errors, isWhole, statement: isWrong || !statement ? undefined : bindStatement(statement, call) };
}
