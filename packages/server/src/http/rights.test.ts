import type { Token } from '@broadsheet/store';
import { describe, expect, it } from 'vitest';
import { ANONYMOUS, rightsOf } from './rights.js';

const NOBODY = async () => undefined;
const token = (facts: Partial<Token>) => async (): Promise<Token> => ({
  id: '0123456789abcdef',
  name: 'Night desk',
  scopes: ['ingest', 'read-drafts'],
  created_at: '2032-01-01T00:00:00.000000Z',
  expires_at: null,
  revoked_at: null,
  ...facts,
});

describe('rightsOf', () => {
  it.each([
    { header: null, tokens: ['a'], writes: false },
    { header: 'Bearer a', tokens: ['a'], writes: true },
    { header: 'bearer  b', tokens: ['a', 'b'], writes: true },
  ])('lets $header write: $writes', async ({ header, tokens, writes }) => {
    expect((await rightsOf(header, { operators: () => tokens, tokens: NOBODY })).mayIngest).toBe(writes);
  });

  it.each(['Bearer ab', 'Bearer', 'Bearer a b', 'Basic a', 'a', ''])("knows no token in '%s'", async (header) => {
    await expect(rightsOf(header, { operators: () => ['a'], tokens: NOBODY })).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED', reason: 'UNKNOWN', http: { status: 401 } },
    });
  });

  it('knows no token where none is set', async () => {
    const none = { operators: () => [], tokens: NOBODY };
    await expect(rightsOf('Bearer undefined', none)).rejects.toThrow();
    expect(await rightsOf(null, none)).toBe(ANONYMOUS);
  });

  it('gives a token what its scopes say, and its id as the actor', async () => {
    expect(await rightsOf('Bearer x', { operators: () => [], tokens: token({}) })).toEqual({
      actor: 'token:0123456789abcdef',
      mayIngest: true,
      mayPublish: false,
      mayCurate: false,
      mayReadDrafts: true,
    });
  });

  it.each([
    { facts: { expires_at: '2020-01-01T00:00:00.000000Z' }, reason: 'EXPIRED' },
    { facts: { revoked_at: '2020-01-01T00:00:00.000000Z' }, reason: 'REVOKED' },
  ])('refuses a token that is $reason', async ({ facts, reason }) => {
    await expect(rightsOf('Bearer x', { operators: () => [], tokens: token(facts) })).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED', reason },
    });
  });
});
