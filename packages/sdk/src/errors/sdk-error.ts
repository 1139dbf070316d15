/** What kind of failure an error of the SDK is. */
export type SdkErrorCode = 'NETWORK' | 'HTTP' | 'GRAPHQL' | 'TIMEOUT' | 'WALK';

/** What every error of the SDK has: a stable `code`, and a message that names the thing, the place and the fix. */
export abstract class SdkError extends Error {
  /** Tells the kinds apart. */
  abstract readonly code: SdkErrorCode;
}

/** Whether an error is one of the SDK's. What is not is the reason of the caller's own signal. */
export function isSdkError(error: unknown): error is SdkError {
  return error instanceof SdkError;
}
