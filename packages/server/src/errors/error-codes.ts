import type { StoreErrorCode } from '@broadsheet/store';

/** What of a store error a caller may see. */
export interface PublicError {
  /** The stable code in `extensions.code`, or in a payload's errors. */
  readonly code: string;
  /**
   * `mendable`: the caller can mend the input, and is told what the store says. `passing`: the same request, or a smaller one, may do later.
   * `unheard`: the caller has left; nobody reads the answer, and nothing is wrong here.
   */
  readonly kind: 'mendable' | 'passing' | 'unheard';
}

const mendable = (code: string): PublicError => ({ code, kind: 'mendable' });
const passing = (code: string): PublicError => ({ code, kind: 'passing' });

/** The one table from store errors to public ones. What is not in it is masked. */
export const PUBLIC_ERRORS: Readonly<Partial<Record<StoreErrorCode, PublicError>>> = {
  UNKNOWN_PUBLICATION: mendable('UNKNOWN_PUBLICATION'),
  UNKNOWN_LAYOUT: mendable('UNKNOWN_LAYOUT'),
  SLUG_TAKEN: mendable('SLUG_TAKEN'),
  BAD_VALUE: mendable('BAD_VALUE'),
  UNKNOWN_TOKEN: mendable('UNKNOWN_TOKEN'),
  EMPTY_DOCUMENT: mendable('EMPTY_DOCUMENT'),
  DOCUMENT_TOO_LARGE: mendable('DOCUMENT_TOO_LARGE'),
  NOT_RECOGNISED: mendable('NOT_RECOGNISED'),
  ISSUE_CONFLICT: mendable('ISSUE_CONFLICT'),
  UNKNOWN_ISSUE: mendable('UNKNOWN_ISSUE'),
  UNKNOWN_REVISION: mendable('UNKNOWN_REVISION'),
  STALE_REVISION: mendable('STALE_REVISION'),
  NOT_PUBLISHED: mendable('NOT_PUBLISHED'),
  UNKNOWN_ENTITY: mendable('UNKNOWN_ENTITY'),
  ENTITY_TYPES_DIFFER: mendable('ENTITY_TYPES_DIFFER'),
  MERGE_CIRCLE: mendable('MERGE_CIRCLE'),
  UNKNOWN_NAME: mendable('UNKNOWN_NAME'),
  LAST_NAME: mendable('LAST_NAME'),
  NAME_TAKEN: mendable('NAME_TAKEN'),
  ALIAS_PRINTED: mendable('ALIAS_PRINTED'),
  QUERY_TOO_LONG: mendable('QUERY_TOO_LONG'),
  QUOTE_UNSUITABLE: mendable('QUOTE_UNSUITABLE'),
  NUL_CHARACTER: mendable('NUL_CHARACTER'),
  LONE_SURROGATE: mendable('LONE_SURROGATE'),
  PARAMETER_TOO_DEEP: mendable('BAD_VALUE'),
  PARAMETER_TOO_LARGE: mendable('BAD_VALUE'),
  DATABASE_UNREACHABLE: passing('UNAVAILABLE'),
  DATABASE_BUSY: passing('UNAVAILABLE'),
  DATABASE_LOST: passing('UNAVAILABLE'),
  TRANSACTION_LOST: passing('UNAVAILABLE'),
  STATEMENT_CONFLICT: passing('UNAVAILABLE'),
  STATEMENT_CANCELLED: { code: 'CANCELLED', kind: 'unheard' },
  STATEMENT_TIMEOUT: passing('TIMEOUT'),
  STATEMENT_TOO_LARGE: passing('OPERATION_TOO_LARGE'),
  DATABASE_FULL: passing('STORAGE_FULL'),
};
