import { createHash, randomBytes } from 'node:crypto';

/** What is told apart in the text of a token. */
export interface TokenParts {
  readonly id: string;
  /** SHA-256 of the secret in hex: all of it that is stored. */
  readonly hash: string;
}

const ID_BYTES = 8;
const SECRET_BYTES = 32;
const TEXT = /^broadsheet_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;

/**
 * A new token: `broadsheet_`, by which a search for secrets knows it, its id, and 256 bits that nobody can guess.
 *
 * ```
 * broadsheet_9f86d081884c7d65_n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg
 *            ^ id             ^ secret
 * ```
 */
export function makeTokenText(): TokenParts & { readonly text: string } {
  const id = randomBytes(ID_BYTES).toString('hex');
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  return { id, hash: hashOf(secret), text: `broadsheet_${id}_${secret}` };
}

/** The parts of a token's text; undefined for a text that is none. */
export function readTokenText(text: string): TokenParts | undefined {
  const [, id, secret] = TEXT.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, hash: hashOf(secret) };
}

/** The secret is as long as the hash and random: a slow hash would keep nobody out and cost every request. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
