import { type ExecutionArgs, type ExecutionResult, execute, type GraphQLSchema } from 'graphql';
import { ABSENT_KEY, holdsKey, NULL_KEY } from '../compile/response-key.js';
import { FetchedRoot } from '../plugin/fetched-root.js';
import type { Scope } from '../source/scope.js';
import { tellAbsences } from './absences.js';
import { type LoadRequest, registerEngine } from './engine-registry.js';
import { fetchText, fetchTree } from './fetch-tree.js';
import { loadObject } from './load.js';
import { type Plan, Planner } from './planner.js';
import type { Run } from './statement.js';

/** What an engine is made from. */
export interface EngineOptions<Context> {
  readonly schema: GraphQLSchema;
  /** The scope of every root field that does not enter another. */
  defaultScope(context: Context): Scope;
  /** The executor of statements for one request. */
  run(context: Context): Run;
  /** How many bytes of compiled statements are remembered, about. Default 16 MB. */
  readonly maxCompiledBytes?: number;
}

/** An operation compiled for one call. */
export interface CompiledOperation {
  readonly sql: string;
  /** A hash of the SQL, short enough to name a prepared statement by. */
  readonly name: string;
  /** The values of this call. */
  readonly parameters: readonly unknown[];
  /** Whether every field of the answer stands in the statement's JSON, so that no JavaScript has to complete it. */
  readonly isWhole: boolean;
}

/** What is to be answered. */
export interface AnswerArgs extends ExecutionArgs {
  /** The variables as graphql-js coerces them, where the caller has had that done. */
  readonly coercedVariables?: Readonly<Record<string, unknown>>;
}

/** What an operation is answered with: the text of `data`, or the result as graphql-js gives it. */
export type Answer =
  | { readonly kind: 'text'; readonly data: string }
  | { readonly kind: 'result'; readonly result: ExecutionResult };

/** Compiles and executes the operations of one schema. */
export interface Engine {
  /**
   * In place of graphql-js' execute: the root fields of a query that have a source are read by one statement, all else
   * runs as usual. Errors found before SQL are answered with data null, nothing having been read. Rejects with what
   * `run` throws.
   */
  execute(args: ExecutionArgs): Promise<ExecutionResult>;
  /**
   * The same answer by the shortest way: where every field stands in the statement's JSON, the text of it, neither parsed nor printed by
   * JavaScript. Rejects with what `run` throws.
   */
  answer(args: AnswerArgs): Promise<Answer>;
  /** The statement of a query. Throws the first error found before SQL; null where nothing is read from SQL. */
  compile(args: ExecutionArgs): CompiledOperation | null;
  /** Reads one object by a statement of its own, as t.load does. */
  load(request: LoadRequest): Promise<unknown>;
}

/** Makes the engine of a schema that was built with the plugin. */
export function createEngine<Context>(options: EngineOptions<Context>): Engine {
  const engine = new SchemaEngine(options);
  registerEngine(options.schema, engine);
  return engine;
}

class SchemaEngine implements Engine {
  private readonly options: EngineOptions<unknown>;
  private readonly planner: Planner;

  constructor(options: EngineOptions<unknown>) {
    this.options = options;
    this.planner = new Planner(options);
  }

  async execute(args: ExecutionArgs): Promise<ExecutionResult> {
    if (args.schema !== this.options.schema) registerEngine(args.schema, this);
    return this.complete(args, this.planner.plan(args, 'tree'));
  }

  async answer(args: AnswerArgs): Promise<Answer> {
    if (args.schema !== this.options.schema) registerEngine(args.schema, this);
    const plan = this.planner.plan(args, 'whole');
    const { statement, variant } = plan ?? {};
    if (!statement || !variant?.isWhole) return { kind: 'result', result: await this.complete(args, plan) };
    const data = await fetchText(this.options.run(args.contextValue), statement);
    // A promised row that is not there: what is null then is for graphql-js to say.
    if (variant.marksNulls && holdsKey(data, NULL_KEY)) return { kind: 'result', result: await this.execute(args) };
    if (variant.absences.length === 0 || !holdsKey(data, ABSENT_KEY)) return { kind: 'text', data };
    return { kind: 'result', result: tellAbsences(data, variant.absences) };
  }

  compile(args: ExecutionArgs): CompiledOperation | null {
    const plan = this.planner.plan(args, 'whole');
    for (const error of plan?.errors ?? []) throw error;
    return plan?.statement ? { ...plan.statement, isWhole: plan.variant?.isWhole ?? false } : null;
  }

  load(request: LoadRequest): Promise<unknown> {
    return loadObject(request, request.run ?? this.options.run(request.context));
  }

  /** Has graphql-js complete what a plan's statement fetches. */
  private async complete(args: ExecutionArgs, plan: Plan | undefined): Promise<ExecutionResult> {
    if (plan && plan.errors.length > 0) return { data: null, errors: plan.errors };
    if (!plan?.statement) return execute(args);
    const tree = await fetchTree(this.options.run(args.contextValue), plan.statement);
    return execute({ ...args, rootValue: new FetchedRoot(tree, args.rootValue) });
  }
}
