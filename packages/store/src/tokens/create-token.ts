import { sql } from 'kysely';
import { recordAudit } from '../audit/record-audit.js';
import { assertBindable } from '../database/bindable.js';
import type { Database } from '../database/database.js';
import { StoreError } from '../database/store-error.js';
import { TOKEN_COLUMNS, type Token } from './token.js';
import { isTokenScope, TOKEN_SCOPES, type TokenScope } from './token-scope.js';
import { makeTokenText } from './token-text.js';

export interface CreateTokenInput {
  /** Whose it is, or what it is for: for people to tell tokens apart. */
  readonly name: string;
  /** One or more of TOKEN_SCOPES. */
  readonly scopes: readonly string[];
  /** RFC 3339, in the future; null or left out: it stays. */
  readonly expiresAt?: string | null;
  /** Who asks, for the audit log; `command` where it is left out. */
  readonly actor?: string;
}

/** A token just made, with its text: nobody can read that again. */
export interface CreatedToken {
  readonly token: Token;
  readonly text: string;
}

const MAX_NAME = 100;

/** Makes a token. Throws StoreError BAD_VALUE. */
export async function createToken(database: Database, input: CreateTokenInput): Promise<CreatedToken> {
  const { actor } = input;
  const name = checkedName(input.name);
  const scopes = checkedScopes(input.scopes);
  const expires = input.expiresAt ?? null;
  if (expires !== null) checkFuture(expires);
  const { id, hash, text } = makeTokenText();
  return database.transaction(async (trx) => {
    const { rows } = await sql<Token>`
      insert into editorial.token (id, name, hash, scopes, expires_at)
      values (${id}, ${name}, ${hash}, ${scopes}::text[], ${expires}::timestamptz) returning ${TOKEN_COLUMNS}
    `.execute(trx);
    const [token] = rows;
    if (token === undefined) throw new Error(`The token ${id} was not stored.`);
    await recordAudit(trx, { actor, action: 'createToken', subject_id: id, outcome: 'CREATED', detail: { scopes } });
    return { token, text };
  });
}

function checkedName(name: string): string {
  assertBindable(name, 'name');
  const trimmed = name.trim();
  if (trimmed !== '' && trimmed.length <= MAX_NAME) return trimmed;
  throw badValue('name', `name has ${trimmed.length} characters; it takes 1 to ${MAX_NAME}.`);
}

function checkedScopes(scopes: readonly string[]): TokenScope[] {
  const all = TOKEN_SCOPES.join(', ');
  const unknown = scopes.find((scope) => !isTokenScope(scope));
  if (unknown !== undefined) throw badValue('scopes', `There is no scope '${unknown}'. Name one or more of ${all}.`);
  if (scopes.length === 0) throw badValue('scopes', `A token without a scope may do no more than anyone. Name ${all}.`);
  return TOKEN_SCOPES.filter((scope) => scopes.includes(scope));
}

function checkFuture(instant: string): void {
  if (/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/.test(instant) && Date.parse(instant) > Date.now()) return;
  throw badValue('expiresAt', `expiresAt is '${instant.slice(0, 80)}'; it takes an instant that is still to come.`);
}

function badValue(field: string, message: string): StoreError {
  return new StoreError('BAD_VALUE', message, { field });
}
