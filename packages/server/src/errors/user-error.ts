import { isStoreError, type StoreError } from '@broadsheet/store';
import { clipMessage } from './clip-message.js';
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
  const field = fieldOf(error);
  return {
    code: known.code,
    message: clipMessage(error.message),
    field: field === undefined ? null : ['input', ...field],
  };
}

/** `from.0`, and `names[0]` as the check of a text says it, are paths below the input. */
function fieldOf({ code, data }: StoreError): string[] | undefined {
  const { field, place } = data;
  const named =
    typeof field === 'string' ? field : typeof place === 'string' && PLACE.test(place) ? place : FIELDS[code];
  return named?.split(/[.[\]]+/).filter((part) => part !== '');
}

const PLACE = /^[a-zA-Z]+(?:\[\d+\])?$/;
