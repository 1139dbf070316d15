import { CommandError } from '../command-error.js';

/** A server that runs on a data directory. */
export interface RunningServer {
  /** 'http://127.0.0.1:4000' */
  readonly address: string;
  readonly token: string;
}

const LIMIT_MS = 5_000;

/** Whether it answers at all. */
export async function answers({ address }: RunningServer): Promise<boolean> {
  try {
    return (await fetch(`${address}/livez`, { signal: AbortSignal.timeout(LIMIT_MS) })).ok;
  } catch {
    return false;
  }
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/**
 * The data of an operation.
 * Throws CommandError SERVER_UNREACHABLE, or the code of the first error.
 */
export async function ask<Data>({ address, token }: RunningServer, query: string, variables: object): Promise<Data> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  }).catch((error: unknown) => {
    throw new CommandError('SERVER_UNREACHABLE', `The server at ${address} does not answer: ${reasonOf(error)}.`);
  });
  const { data, errors } = await read<Data>(response);
  if (data !== undefined && data !== null && errors === undefined) return data;
  const [error] = errors ?? [];
  const code = error?.extensions?.code ?? 'SERVER_REFUSED';
  throw new CommandError(code, `The server at ${address} refuses: ${error?.message ?? `HTTP ${response.status}`}`);
}

async function read<Data>(response: Response): Promise<Answer<Data>> {
  try {
    const answer: Answer<Data> = await response.json();
    return answer;
  } catch {
    return {};
  }
}

/** fetch says only that it failed; the cause says why. */
function reasonOf(error: unknown): string {
  const { cause } = error instanceof Error ? error : { cause: undefined };
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error instanceof Error ? error.message : String(error);
}
