import { createHash, timingSafeEqual } from 'node:crypto';
import type { TokenScope } from '@broadsheet/store';

/** What the sender of a request may do, and who that is. */
export interface Rights {
  /** `anonymous`, `operator`, or `token:` and the token's id: what the audit log has. */
  readonly actor: string;
  readonly mayIngest: boolean;
  readonly mayPublish: boolean;
  readonly mayCurate: boolean;
  readonly mayReadDrafts: boolean;
}

/** The right that each scope of a token gives. */
export const RIGHT_OF = {
  ingest: 'mayIngest',
  publish: 'mayPublish',
  curate: 'mayCurate',
  'read-drafts': 'mayReadDrafts',
} as const satisfies Readonly<Record<TokenScope, keyof Rights>>;

/** The rights of an actor whose token has these scopes. */
export function rightsWith(actor: string, scopes: readonly TokenScope[]): Rights {
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

const OPERATOR: Rights = rightsWith('operator', ['ingest', 'publish', 'curate', 'read-drafts']);

/**
 * The rights that an `Authorization` header gives; undefined where it names a token that is none of ours, which is an error and never
 * silently an anonymous reader. `tokens` are the operator's; with none, nobody may write.
 */
export function rightsOf(authorization: string | null, tokens: readonly string[]): Rights | undefined {
  if (authorization === null) return ANONYMOUS;
  const [scheme, token, ...rest] = authorization.trim().split(/\s+/);
  if (scheme?.toLowerCase() !== 'bearer' || token === undefined || rest.length > 0) return undefined;
  return tokens.some((known) => sameText(known, token)) ? OPERATOR : undefined;
}

/** Compares hashes, so that neither length nor first difference shows in the time taken. */
function sameText(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return left !== undefined && right !== undefined && timingSafeEqual(left, right);
}
