import { UnknownLayoutError } from '@broadsheet/parser';
import { isStoreError } from '@broadsheet/store';
import { CommandError } from './command-error.js';

/** A failure as it stands in JSON output. */
export interface Failure {
  /** Stable; 'UNEXPECTED' for what nobody foresaw. */
  readonly code: string;
  readonly message: string;
}

/** One line for stderr: the message and its code. What nobody foresaw is told with its stack, which a report of it needs. */
export function describeFailure(error: unknown): string {
  const { code, message } = failureOf(error);
  if (code !== UNEXPECTED) return `${message} (${code})`;
  return `Unexpected: ${error instanceof Error ? (error.stack ?? message) : message}`;
}

const UNEXPECTED = 'UNEXPECTED';

/** Code and message of a failure. */
export function failureOf(error: unknown): Failure {
  if (isStoreError(error) || error instanceof CommandError || error instanceof UnknownLayoutError) {
    return { code: error.code, message: error.message };
  }
  return { code: UNEXPECTED, message: error instanceof Error ? error.message : String(error) };
}
