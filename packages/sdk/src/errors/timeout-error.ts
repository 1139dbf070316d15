import { SdkError } from './sdk-error.js';

/** The time given to a request, all its attempts together, is over. `cause` has the last failure, where there was one. */
export class TimeoutError extends SdkError {
  override readonly name = 'TimeoutError';
  readonly code = 'TIMEOUT';
  /** The time that was given, in milliseconds. */
  readonly timeoutMs: number;

  constructor(timeoutMs: number, cause?: unknown) {
    super(`The request was not answered within ${timeoutMs} ms. Ask for less at once, or give it more: timeoutMs.`, {
      cause,
    });
    this.timeoutMs = timeoutMs;
  }
}

/** Whether an error is a TimeoutError. */
export function isTimeoutError(error: unknown): error is TimeoutError {
  return error instanceof TimeoutError;
}
