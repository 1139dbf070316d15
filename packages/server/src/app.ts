import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Database, Deadlines } from '@broadsheet/store';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import { type ErrorLog, maskError } from './errors/mask-error.js';
import { type AnswerOperation, frontPath } from './front/front-path.js';
import { createGate, type Gate } from './gate/gate.js';
import { DEFAULT_LIMITS, type Limits } from './gate/limits.js';
import type { Mode } from './gate/mode.js';
import { graphEngine } from './graph-engine.js';
import { gated } from './graphql/gated.js';
import { type AllowedOrigins, answerCors } from './http/cors.js';
import { drainOnClose } from './http/hang-up.js';
import { health } from './http/health.js';
import { keeping } from './http/keeping.js';
import { knownTokens } from './http/known-tokens.js';
import { counted, type Rate, rateLimit } from './http/rate-limit.js';
import { refusalTally } from './http/refusal-tally.js';
import { SAFE_HEADERS, setSafeHeaders } from './http/safe-headers.js';
import { site } from './http/site.js';
import { createLive, type Live } from './live/live.js';
import { LIVE_LIMITS, type LiveLimits } from './live/live-limits.js';
import { subscriber } from './live/subscriber.js';
import { operator } from './operator/answer.js';
import { schema } from './schema/schema.js';
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
  /** In place of the limits that a server has by itself. */
  readonly limits?: Partial<Limits>;
  /** What following the change log takes at most; what is left out is as LIVE_LIMITS has it. */
  readonly live?: Partial<LiveLimits>;
  /** Which operations run; `open` where it is left out. */
  readonly mode?: Mode;
  /** Texts of the persisted documents by `sha256:<hex>`. */
  readonly documents?: ReadonlyMap<string, string>;
  /** Origins of which pages may read answers; none where it is left out. */
  readonly origins?: AllowedOrigins;
  /** For how many seconds a shared cache may give an answer by GET without asking again; not at all where it is left out. */
  readonly sharedMaxAgeS?: number | undefined;
  /** How often a sender may ask; as often as it likes where it is left out. */
  readonly rate?: Rate | undefined;
  /** Told every statement that is run for an operation: for tests and tracing. */
  readonly onStatement?: (sql: string) => void;
}

/** A request handler for node:http, and its parts for tests. */
export interface App {
  (request: IncomingMessage, response: ServerResponse): void;
  /** GraphQL alone, by fetch: `app.yoga.fetch('http://localhost/graphql', …)`. */
  readonly yoga: YogaServerInstance<object, object>;
  /** The path of known operations alone: what it does not take it passes on. */
  readonly front: AnswerOperation;
  /** Who follows the change log. A server that is told to stop ends it first: it would wait for them. */
  readonly live: Live;
  /** Done when what was refused is in the audit log: before the database is closed. */
  settled(): Promise<void>;
}

/** The server on a database: GraphQL and GraphiQL at /graphql, the start page at /, /schema.graphql, /livez, /readyz; /operator for the command. */
export function createApp(options: AppOptions): App {
  const { database, log } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const gate = gateOf(options, limits);
  const engine = graphEngine(limits, options.onStatement);
  const refusals = refusalTally(database, log);
  const authorities = { operators: options.tokens, tokens: knownTokens(database) };
  const liveLimits = { ...LIVE_LIMITS, ...options.live };
  const live = createLive(database, liveLimits);
  const subscribe = subscriber(engine, live, liveLimits);
  const time = { limit_ms: limits.requestMs, deadlines: new Deadlines(limits.requestMs) };
  const runner = { schema, gate, engine, subscribe, database, time, refusals, log };
  const keep = keeping(options.sharedMaxAgeS ?? 0);
  const answerOperation = frontPath(runner, authorities, keep);
  const yoga = createYoga({
    schema,
    graphqlEndpoint: '/graphql',
    maskedErrors: { maskError: (error) => maskError(error, log) },
    plugins: [gated(runner, authorities, keep)],
    parserAndValidationCache: false,
    maxRequestBodySize: false,
    graphiql: false,
    landingPage: false,
    batching: false,
    multipart: false,
    cors: false,
    logging: false,
  });
  const answerHealth = health(database);
  const answerSite = site({ read: contentsReader(engine, database), log, isOpen: gate.mode !== 'locked' });
  const { local = () => undefined } = options;
  const answerOperator = operator({ database, local, log });
  const { origins = [], rate } = options;
  const passOn = (request: IncomingMessage, response: ServerResponse): void => {
    drainOnClose(response);
    void yoga(request, response);
  };
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (answerCors(request, response, origins) || answerSite(request, response)) return;
    answerOperation(request, response, () => passOn(request, response));
  };
  const answerCounted = rate === undefined ? answer : counted(rateLimit(rate, authorities), answer, log);
  const isBare = origins.length === 0 && rate === undefined;
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    // What is asked most goes past all others that might answer, none of whom would.
    if (isBare && request.method === 'POST' && request.url === '/graphql') {
      const pass = (): void => {
        setSafeHeaders(response);
        passOn(request, response);
      };
      answerOperation(request, response, pass, SAFE_HEADERS);
      return;
    }
    setSafeHeaders(response);
    if (answerHealth(request, response) || answerOperator(request, response)) return;
    answerCounted(request, response);
  };
  return Object.assign(handle, { yoga, front: answerOperation, live, settled: () => refusals.settled() });
}

function gateOf({ mode = 'open', documents = new Map(), log }: AppOptions, limits: Limits): Gate {
  const onUntrusted = (text: string): void => log('a document that is not persisted', text);
  return createGate({ schema, limits, mode, documents, onUntrusted });
}
