import { isStoreError } from '@broadsheet/store';
import { PUBLIC_ERRORS } from './error-codes.js';

/** What the caller of a mutation can mend. `field`: the path of the input value, as in ['input', 'slug']. */
export interface UserErrorShape {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[] | null;
}

/** The input field that a code is about, where the error does not name one itself. */
const FIELDS: Readonly<Record<string, string>> = {
  UNKNOWN_PUBLICATION: 'publication',
  SLUG_TAKEN: 'slug',
  EMPTY_DOCUMENT: 'document',
  DOCUMENT_TOO_LARGE: 'document',
  NOT_RECOGNISED: 'document',
  NUL_CHARACTER: 'document',
  LONE_SURROGATE: 'document',
  ISSUE_CONFLICT: 'slug',
};

/** The user error that an error of the store is; undefined for one that the caller cannot mend. */
export function userErrorOf(error: unknown): UserErrorShape | undefined {
  if (!isStoreError(error)) return undefined;
  const known = PUBLIC_ERRORS[error.code];
  if (known?.kind !== 'mendable') return undefined;
  const named = error.data['field'];
  const field = typeof named === 'string' ? named : FIELDS[error.code];
  return { code: known.code, message: error.message, field: field === undefined ? null : ['input', field] };
}
