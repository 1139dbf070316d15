import { isStoreError } from '@broadsheet/store';
import { CommandError } from './command-error.js';

/** One line for stderr: the message and its code. What nobody foresaw is told with its stack, which a report of it needs. */
export function describeFailure(error: unknown): string {
  if (isStoreError(error) || error instanceof CommandError) return `${error.message} (${error.code})`;
  return error instanceof Error ? `Unexpected: ${error.stack ?? error.message}` : `Unexpected: ${String(error)}`;
}

/** The stable code of a failure. */
export function codeOf(error: unknown): string {
  return isStoreError(error) || error instanceof CommandError ? error.code : 'UNEXPECTED';
}
