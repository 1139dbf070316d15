import { sql } from 'kysely';
import type { TokenScope } from './token-scope.js';

/** A token as it may be shown: all but its secret. Instants are RFC 3339 in UTC. */
export interface Token {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly created_at: string;
  /** Null: it stays. */
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
}

export type TokenState = 'VALID' | 'EXPIRED' | 'REVOKED';

/** What a token is at an instant, in milliseconds since 1970. */
export function tokenState({ expires_at, revoked_at }: Token, now: number): TokenState {
  if (revoked_at !== null) return 'REVOKED';
  return expires_at !== null && Date.parse(expires_at) <= now ? 'EXPIRED' : 'VALID';
}

/** The columns of a token that may be shown. */
export const TOKEN_COLUMNS = sql.join(
  ['id', 'name', 'scopes', 'created_at', 'expires_at', 'revoked_at'].map((name) => sql.ref(name)),
);
