import { timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { TOKEN_COLUMNS, type Token } from './token.js';
import { readTokenText } from './token-text.js';

/**
 * The token with a text, whatever its state: see `tokenState`. Undefined for a text that is no token's, and where the id is known and the
 * secret is another. Secrets are compared by their hashes, in constant time.
 */
export async function findToken({ kysely }: Database, text: string): Promise<Token | undefined> {
  const parts = readTokenText(text);
  if (parts === undefined) return undefined;
  const { rows } = await sql<Token & { readonly hash: string }>`
    select ${TOKEN_COLUMNS}, hash from editorial.token where id = ${parts.id}
  `.execute(kysely);
  const [found] = rows;
  if (found === undefined) return undefined;
  const { hash, ...token } = found;
  return timingSafeEqual(Buffer.from(hash, 'hex'), Buffer.from(parts.hash, 'hex')) ? token : undefined;
}
