import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listAudit } from '../audit/list-audit.js';
import type { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { MIGRATIONS } from '../migrations/all.js';
import { databasesUnderTest } from '../testing/index.js';
import { createToken } from './create-token.js';
import { findToken } from './find-token.js';
import { listTokens } from './list-tokens.js';
import { revokeToken } from './revoke-token.js';
import { tokenState } from './token.js';

describe.each(databasesUnderTest())('tokens on $kind', (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await kind.open();
    await migrate(database, MIGRATIONS);
  });
  afterAll(() => database.close());

  it('are found by their text, and by no other', async () => {
    const { token, text } = await createToken(database, { name: ' Night desk ', scopes: ['publish', 'ingest'] });
    expect(text).toMatch(/^broadsheet_[0-9a-f]{16}_[A-Za-z0-9_-]{43}$/);
    expect(token).toMatchObject({ name: 'Night desk', scopes: ['ingest', 'publish'], expires_at: null });
    expect(await findToken(database, text)).toEqual(token);
    const other = await createToken(database, { name: 'Other', scopes: ['curate'] });
    const mixed = other.text.slice(0, 28) + text.slice(28);
    for (const wrong of [mixed, `${text}x`, text.slice(1), text.slice(0, -1), '', 'broadsheet__']) {
      expect(await findToken(database, wrong)).toBeUndefined();
    }
  });

  it('leave nothing in the database that could be sent', async () => {
    const { text } = await createToken(database, { name: 'Secret', scopes: ['curate'] });
    const { rows } = await sql<{ all: string }>`
      select (select json_agg(t)::text from editorial.token t) || (select json_agg(a)::text from editorial.audit a) as all
    `.execute(database.kysely);
    expect(rows[0]?.all).toContain('Secret');
    expect(rows[0]?.all).not.toContain(text.slice(28));
  });

  it('expire at their instant', async () => {
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    const { token, text } = await createToken(database, { name: 'Short', scopes: ['ingest'], expiresAt });
    expect(Date.parse((await findToken(database, text))?.expires_at ?? '')).toBe(Date.parse(expiresAt));
    expect(tokenState(token, Date.parse(expiresAt) - 1)).toBe('VALID');
    expect(tokenState(token, Date.parse(expiresAt))).toBe('EXPIRED');
  });

  it('are revoked once, and stay in the list', async () => {
    const { token, text } = await createToken(database, { name: 'Lost', scopes: ['ingest'] });
    const revoked = await revokeToken(database, { id: token.id });
    expect(revoked.revoked_at).not.toBeNull();
    expect(await revokeToken(database, { id: token.id, actor: 'operator' })).toEqual(revoked);
    const found = await findToken(database, text);
    expect(found).toEqual(revoked);
    expect(revoked && tokenState(revoked, Date.now())).toBe('REVOKED');
    expect(await listTokens(database)).toContainEqual(revoked);
    const lines = await listAudit(database, { first: 1_000 });
    expect(lines.filter(({ subject_id }) => subject_id === token.id)).toMatchObject([
      { actor: 'command', action: 'createToken', outcome: 'CREATED', detail: { scopes: ['ingest'] } },
      { actor: 'command', action: 'revokeToken', outcome: 'REVOKED' },
    ]);
  });

  it.each([
    { input: { name: ' ' }, field: 'name' },
    { input: { name: 'x'.repeat(101) }, field: 'name' },
    { input: { scopes: [] }, field: 'scopes' },
    { input: { scopes: ['ingest', 'purge'] }, field: 'scopes' },
    { input: { expiresAt: '2020-01-01T00:00:00Z' }, field: 'expiresAt' },
    { input: { expiresAt: 'tomorrow' }, field: 'expiresAt' },
  ])('are not made with $input', async ({ input, field }) => {
    const before = await listTokens(database);
    const made = createToken(database, { name: 'X', scopes: ['ingest'], ...input });
    await expect(made).rejects.toMatchObject({ code: 'BAD_VALUE', data: { field } });
    expect(await listTokens(database)).toEqual(before);
  });

  it('that are not there cannot be revoked', async () => {
    await expect(revokeToken(database, { id: 'nope' })).rejects.toMatchObject({ code: 'UNKNOWN_TOKEN' });
  });

  it('are beyond the reach of readers, and so is the audit log', async () => {
    for (const table of ['editorial.token', 'editorial.audit']) {
      await expect(database.text(`select count(*)::text from ${table}`, [])).rejects.toMatchObject({
        code: 'DATABASE_REFUSED',
      });
    }
  });
});
