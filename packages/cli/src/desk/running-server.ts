import { CommandError } from '../command-error.js';
import type { Answer, QueryRequest } from '../query/answer.js';

/** A server that answers. */
export interface RunningServer {
  /** 'http://127.0.0.1:4000' */
  readonly address: string;
  /** Undefined: as anyone. */
  readonly token: string | undefined;
}

const LIMIT_MS = 5_000;
/** Longer than the server lets an operation take. */
const ANSWER_LIMIT_MS = 120_000;

/** Whether it answers at all. */
export async function answers({ address }: Pick<RunningServer, 'address'>): Promise<boolean> {
  try {
    return (await fetch(`${address}/livez`, { signal: AbortSignal.timeout(LIMIT_MS) })).ok;
  } catch {
    return false;
  }
}

/**
 * The data of an operation.
 * Throws CommandError SERVER_UNREACHABLE, or the code of the first error.
 */
export async function ask<Data>(
  server: RunningServer,
  query: string,
  variables: QueryRequest['variables'],
): Promise<Data> {
  const { data, errors } = await post<Data>(`${server.address}/graphql`, server.token, { query, variables });
  if (data !== undefined && data !== null && errors === undefined) return data;
  const [error] = errors ?? [];
  const code = error?.extensions?.code ?? 'SERVER_REFUSED';
  throw new CommandError(code, `The server at ${server.address} refuses: ${error?.message ?? 'it gives no data'}`);
}

/**
 * What a task at `/operator` gives, which the server that announced itself in a data directory answers.
 * Throws CommandError SERVER_UNREACHABLE, or the code that the server refuses with.
 */
export async function askOperator<Data>(server: RunningServer, task: string, input: object): Promise<Data> {
  const { data, errors } = await postJson<Data>(`${server.address}/operator`, server.token, { task, input });
  if (data !== undefined && data !== null && errors === undefined) return data;
  const [error] = errors ?? [];
  throw new CommandError(error?.extensions?.code ?? 'SERVER_REFUSED', error?.message ?? 'The server gives no data.');
}

/** Sends an operation to a GraphQL endpoint. Throws CommandError SERVER_UNREACHABLE, and SERVER_REFUSED for what is no answer. */
export function post<Data>(endpoint: string, token: string | undefined, request: QueryRequest): Promise<Answer<Data>> {
  return postJson<Data>(endpoint, token, request);
}

async function postJson<Data>(endpoint: string, token: string | undefined, request: object): Promise<Answer<Data>> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(request),
    signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
  }).catch((error: unknown) => unreachable(endpoint, error));
  // A server that ends in the middle of its answer is as far away as one that gives none.
  const text = await response.text().catch((error: unknown) => unreachable(endpoint, error));
  return read<Data>(response, text, endpoint);
}

function unreachable(endpoint: string, error: unknown): never {
  throw new CommandError('SERVER_UNREACHABLE', `The server at ${endpoint} does not answer: ${reasonOf(error)}.`);
}

function read<Data>(response: Response, text: string, endpoint: string): Answer<Data> {
  const answer = parseObject<Data>(text);
  if (answer !== undefined) return answer;
  const type = response.headers.get('content-type') ?? 'no content type';
  throw new CommandError(
    'SERVER_REFUSED',
    `${endpoint} gives no GraphQL answer: HTTP ${response.status}, ${type}. Name a GraphQL endpoint, as in http://127.0.0.1:4000/graphql.`,
  );
}

function parseObject<Data>(text: string): Answer<Data> | undefined {
  try {
    const answer: Answer<Data> = JSON.parse(text);
    return typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer)
      ? answer
      : undefined;
  } catch {
    return undefined;
  }
}

/** fetch says only that it failed; the cause says why. */
function reasonOf(error: unknown): string {
  const { cause } = error instanceof Error ? error : { cause: undefined };
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error instanceof Error ? error.message : String(error);
}
