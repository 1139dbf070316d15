import { createHash, timingSafeEqual } from 'node:crypto';
import { TOKEN_SCOPES, type Token, type TokenScope, tokenState } from '@broadsheet/store';
import { unauthenticated } from '../errors/rights-errors.js';
import type { KnownTokens } from './known-tokens.js';

/** What the sender of a request may do, and who that is. */
export interface Rights {
  /** `anonymous`, `operator`, or `token:` and the token's id: what the audit log has. */
  readonly actor: string;
  readonly mayIngest: boolean;
  readonly mayPublish: boolean;
  readonly mayCurate: boolean;
  readonly mayReadDrafts: boolean;
}

/** The rights of an actor whose token has these scopes. */
function rightsWith(actor: string, scopes: readonly TokenScope[]): Rights {
  return {
    actor,
    mayIngest: scopes.includes('ingest'),
    mayPublish: scopes.includes('publish'),
    mayCurate: scopes.includes('curate'),
    mayReadDrafts: scopes.includes('read-drafts'),
  };
}

/** What anyone may: read what is public. */
export const ANONYMOUS: Rights = rightsWith('anonymous', []);

const OPERATOR: Rights = rightsWith('operator', TOKEN_SCOPES);

/** Whose tokens are known. */
export interface Authorities {
  /** The operator's tokens, which stand in no database; asked at every request. */
  readonly operators: () => readonly string[];
  readonly tokens: KnownTokens;
}

/**
 * The rights that an `Authorization` header gives. Throws UNAUTHENTICATED where it names a token that is not known, has expired or was
 * revoked: that is an error and never silently an anonymous reader.
 */
export async function rightsOf(authorization: string | null, { operators, tokens }: Authorities): Promise<Rights> {
  if (authorization === null) return ANONYMOUS;
  const text = bearerOf(authorization);
  if (text === undefined) throw unauthenticated('UNKNOWN');
  if (operators().some((known) => sameText(known, text))) return OPERATOR;
  const token = await tokens(text);
  return token === undefined ? refuseUnknown() : rightsOfToken(token);
}

function refuseUnknown(): never {
  throw unauthenticated('UNKNOWN');
}

function rightsOfToken(token: Token): Rights {
  const state = tokenState(token, Date.now());
  if (state !== 'VALID') throw unauthenticated(state);
  return rightsWith(`token:${token.id}`, token.scopes);
}

/** The token in a header; undefined for a header that holds something else. */
export function bearerOf(authorization: string): string | undefined {
  const [scheme, token, ...rest] = authorization.trim().split(/\s+/);
  return scheme?.toLowerCase() === 'bearer' && rest.length === 0 ? token : undefined;
}

/** Compares hashes, so that neither length nor first difference shows in the time taken. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
