import type { IncomingMessage, ServerResponse } from 'node:http';
import { createEngine, type Engine, type Run } from '@broadsheet/pothos-kysely';
import type { Database } from '@broadsheet/store';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Context } from './context.js';
import { type ErrorLog, maskError } from './errors/mask-error.js';
import { handedOn } from './http/handed-on.js';
import { health } from './http/health.js';
import { knownTokens } from './http/known-tokens.js';
import { type RefusalTally, refusalTally } from './http/refusal-tally.js';
import { type Authorities, type Rights, rightsOf } from './http/rights.js';
import { site } from './http/site.js';
import { depthRule } from './limits/depth-rule.js';
import { operator } from './operator/answer.js';
import { schema } from './schema/schema.js';
import { NOW } from './scopes.js';
import { contentsReader } from './start/contents.js';

/** What a server is made from. */
export interface AppOptions {
  readonly database: Database;
  /** The operator's tokens, which have every scope, asked at every request; those of the database come to them. */
  readonly tokens: () => readonly string[];
  /** The token that stands in the data directory: it opens `/operator`. Left out: nothing does. */
  readonly local?: () => string | undefined;
  /** Where errors go that clients see only an id of. */
  readonly log: ErrorLog;
  /** Told every statement that is run for an operation: for tests and tracing. */
  readonly onStatement?: (sql: string) => void;
}

/** The server's own part of a yoga context. */
interface ServerContext {
  readonly rights: Rights;
}

/** A request handler for node:http, and its parts for tests. */
export interface App {
  (request: IncomingMessage, response: ServerResponse): void;
  /** GraphQL alone, by fetch: `app.yoga.fetch('http://localhost/graphql', …)`. */
  readonly yoga: YogaServerInstance<object, ServerContext & Context>;
  /** Done when what was refused is in the audit log: before the database is closed. */
  settled(): Promise<void>;
}

/** The server on a database: GraphQL and GraphiQL at /graphql, the start page at /, /schema.graphql, /livez, /readyz; /operator for the command. */
export function createApp(options: AppOptions): App {
  const engine = engineOf(options);
  const refusals = refusalTally(options.database, options.log);
  const authorities = { operators: options.tokens, tokens: knownTokens(options.database) };
  const yoga = createYoga<object, ServerContext & Context>({
    schema,
    graphqlEndpoint: '/graphql',
    context: ({ request }) => contextOf(options, authorities, request),
    maskedErrors: { maskError: (error) => maskError(error, options.log) },
    plugins: [validation, execution(engine, refusals)],
    graphiql: false,
    landingPage: false,
    batching: false,
    multipart: false,
    cors: false,
    logging: false,
  });
  const answerHealth = health(options.database);
  const answerSite = site({ read: contentsReader(engine, options.database), log: options.log });
  const { local = () => undefined } = options;
  const answerOperator = operator({ database: options.database, local, log: options.log });
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    if (answerHealth(request, response) || answerOperator(request, response) || answerSite(request, response)) return;
    void yoga(request, response);
  };
  return Object.assign(handle, { yoga, settled: () => refusals.settled() });
}

async function contextOf({ database }: AppOptions, authorities: Authorities, request: Request): Promise<Context> {
  const rights = await rightsOf(request.headers.get('authorization'), authorities);
  return { database, rights, signal: request.signal };
}

const validation: Plugin = {
  onValidate: ({ addValidationRule }) => addValidationRule(depthRule()),
};

function engineOf({ onStatement }: AppOptions): Engine {
  return createEngine<Context>({
    schema,
    defaultScope: () => NOW,
    run: ({ database, rights, signal }): Run => {
      return ({ sql, parameters, name, scopes }) => {
        onStatement?.(sql);
        // What is public is read as anyone reads it: a field that asks too much finds nothing, whatever the token.
        const as = rights.mayReadDrafts && scopes.some((key) => key !== NOW.key) ? 'owner' : 'reader';
        return database.text(sql, parameters, { as, name, ...(signal === undefined ? {} : { signal }) });
      };
    },
  });
}

/** Operations are compiled to one statement each; what the engine does not know, graphql-js does. What was refused is counted. */
function execution(engine: Engine, refusals: RefusalTally): Plugin<Context> {
  return {
    onExecute: ({ args, setExecuteFn }) => {
      setExecuteFn(async (given) => {
        const answer = await engine.answer(given);
        if (answer.kind === 'text') return handedOn(answer.data);
        refusals.look(args.contextValue.rights, answer.result);
        return answer.result;
      });
    },
  };
}
