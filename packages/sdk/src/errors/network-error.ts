import { SdkError } from './sdk-error.js';

/** No answer came, or it broke off: a refused or reset connection, half an answer, a name that is not found. `cause` has what fetch said. */
export class NetworkError extends SdkError {
  override readonly name = 'NetworkError';
  readonly code = 'NETWORK';
  /** The address that was asked, without its query. */
  readonly url: string;

  constructor(url: string, cause: unknown) {
    const address = url.replace(/\?.*/s, '');
    super(`${address} does not answer, or its answer broke off. Is the server up, and does the address reach it?`, {
      cause,
    });
    this.url = address;
  }
}

/** Whether an error is a NetworkError. */
export function isNetworkError(error: unknown): error is NetworkError {
  return error instanceof NetworkError;
}
