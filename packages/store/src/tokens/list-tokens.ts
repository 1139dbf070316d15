import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { TOKEN_COLUMNS, type Token } from './token.js';

/** Every token that was ever made, the oldest first: one that is revoked stays, so that the audit log can name it. */
export async function listTokens({ kysely }: Database): Promise<readonly Token[]> {
  const { rows } = await sql<Token>`select ${TOKEN_COLUMNS} from editorial.token order by created_at, id`.execute(
    kysely,
  );
  return rows;
}
