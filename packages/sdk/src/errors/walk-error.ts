import { SdkError } from './sdk-error.js';

/** A walk over pages failed on its way. `cause` has the error of the page that could not be read. */
export class WalkError extends SdkError {
  override readonly name = 'WalkError';
  readonly code = 'WALK';
  /** How many nodes were read before. */
  readonly read: number;
  /** The cursor of the last page that was read, to go on from with `after`; null before the first. */
  readonly after: string | null;

  constructor(read: number, after: string | null, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The walk failed after ${read} were read: ${reason} Go on with the error's cursor in 'after'.`, { cause });
    this.read = read;
    this.after = after;
  }
}

/** Whether an error is a WalkError. */
export function isWalkError(error: unknown): error is WalkError {
  return error instanceof WalkError;
}
