import { createHash, timingSafeEqual } from 'node:crypto';

/** What the sender of a request may do. */
export interface Rights {
  readonly mayIngest: boolean;
  readonly mayReadDrafts: boolean;
}

/** What anyone may: read what is public. */
export const ANONYMOUS: Rights = { mayIngest: false, mayReadDrafts: false };

const OPERATOR: Rights = { mayIngest: true, mayReadDrafts: true };

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
