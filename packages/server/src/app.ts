import type { IncomingMessage, ServerResponse } from 'node:http';
import { createEngine, type Engine, type Run } from '@broadsheet/pothos-kysely';
import type { Database } from '@broadsheet/store';
import { GraphQLError } from 'graphql';
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Context } from './context.js';
import { type ErrorLog, maskError } from './errors/mask-error.js';
import { health } from './http/health.js';
import { type Rights, rightsOf } from './http/rights.js';
import { site } from './http/site.js';
import { depthRule } from './limits/depth-rule.js';
import { schema } from './schema/schema.js';
import { NOW } from './scopes.js';
import { contentsReader } from './start/contents.js';

/** What a server is made from. */
export interface AppOptions {
  readonly database: Database;
  /** The tokens that may write and read drafts, asked at every request; with none, nobody may. */
  readonly tokens: () => readonly string[];
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
}

/** The server on a database: GraphQL and GraphiQL at /graphql, the start page at /, /schema.graphql, /livez, /readyz. */
export function createApp(options: AppOptions): App {
  const engine = engineOf(options);
  const yoga = createYoga<object, ServerContext & Context>({
    schema,
    graphqlEndpoint: '/graphql',
    context: ({ request }) => contextOf(options, request),
    maskedErrors: { maskError: (error) => maskError(error, options.log) },
    plugins: [validation, execution(engine)],
    graphiql: false,
    landingPage: false,
    batching: false,
    multipart: false,
    cors: false,
    logging: false,
  });
  const answerHealth = health(options.database);
  const answerSite = site({ read: contentsReader(engine, options.database), log: options.log });
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    if (answerHealth(request, response) || answerSite(request, response)) return;
    void yoga(request, response);
  };
  return Object.assign(handle, { yoga });
}

function contextOf({ database, tokens }: AppOptions, request: Request): Context {
  const rights = rightsOf(request.headers.get('authorization'), tokens());
  if (rights === undefined) {
    throw new GraphQLError(
      "The token in 'Authorization' is not known here. Send one that is, or none to read what is public.",
      {
        extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
      },
    );
  }
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
      return ({ sql, parameters, name }) => {
        onStatement?.(sql);
        const as = rights.mayReadDrafts ? 'owner' : 'reader';
        return database.text(sql, parameters, { as, name, ...(signal === undefined ? {} : { signal }) });
      };
    },
  });
}

/** Operations are compiled to one statement each; what the engine does not know, graphql-js does. */
function execution(engine: Engine): Plugin<Context> {
  return { onExecute: ({ setExecuteFn }) => setExecuteFn((args) => engine.execute(args)) };
}
