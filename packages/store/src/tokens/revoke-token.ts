import { sql } from 'kysely';
import { recordAudit } from '../audit/record-audit.js';
import { assertBindable } from '../database/bindable.js';
import type { Database } from '../database/database.js';
import { StoreError } from '../database/store-error.js';
import { TOKEN_COLUMNS, type Token } from './token.js';

export interface RevokeTokenInput {
  readonly id: string;
  /** Who asks, for the audit log; `command` where it is left out. */
  readonly actor?: string;
}

/** Ends a token: every server refuses it within a second. One that is revoked already stays as it is. Throws StoreError UNKNOWN_TOKEN. */
export async function revokeToken(database: Database, { id, actor }: RevokeTokenInput): Promise<Token> {
  assertBindable(id, 'id');
  return database.transaction(async (trx) => {
    const { rows } = await sql<Token & { readonly was_revoked: boolean }>`
      with before as (select id, revoked_at from editorial.token where id = ${id} for update)
      update editorial.token t set revoked_at = coalesce(t.revoked_at, clock_timestamp())
      from before b where t.id = b.id returning t.*, b.revoked_at is not null as was_revoked
    `.execute(trx);
    const [found] = rows;
    if (found === undefined) {
      throw new StoreError(
        'UNKNOWN_TOKEN',
        `There is no token with the id '${id.slice(0, 80)}'. 'broadsheet token list' has the ids.`,
        {
          id: id.slice(0, 80),
        },
      );
    }
    if (!found.was_revoked) {
      await recordAudit(trx, { actor, action: 'revokeToken', subject_id: id, outcome: 'REVOKED' });
    }
    const shown = await sql<Token>`select ${TOKEN_COLUMNS} from editorial.token where id = ${id}`.execute(trx);
    return shown.rows[0] ?? found;
  });
}
