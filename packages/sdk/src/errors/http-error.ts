import { SdkError } from './sdk-error.js';

/** The answer is no GraphQL: a proxy's page, a server of another kind, JSON that cannot be read. */
export class HttpError extends SdkError {
  override readonly name = 'HttpError';
  readonly code = 'HTTP';
  readonly status: number;
  /** The beginning of what came. */
  readonly body: string;
  /** Milliseconds after which the server wants to be asked again, where it says so. */
  readonly retryAfterMs: number | undefined;

  constructor(status: number, body: string, retryAfterMs?: number) {
    super(`The server answered HTTP ${status} with something that is no GraphQL. Is the address that of its /graphql?`);
    this.status = status;
    this.body = body.slice(0, 1_000);
    this.retryAfterMs = retryAfterMs;
  }
}

/** Whether an error is an HttpError. */
export function isHttpError(error: unknown): error is HttpError {
  return error instanceof HttpError;
}
