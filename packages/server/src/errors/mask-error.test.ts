import { StoreError } from '@broadsheet/store';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { maskError } from './mask-error.js';

describe('maskError', () => {
  it('passes on what was thrown for the client', () => {
    const error = new GraphQLError('Say what', { extensions: { code: 'X' } });
    expect(maskError(error, () => {})).toBe(error);
  });

  it.each([
    { error: new Error('select secret from x'), code: 'INTERNAL' },
    { error: new StoreError('DATABASE_UNREACHABLE', 'postgres://user@host is down', {}), code: 'UNAVAILABLE' },
    { error: new StoreError('STATEMENT_TIMEOUT', 'select secret took long', {}), code: 'TIMEOUT' },
    { error: new StoreError('STATEMENT_FAILED', 'select secret', { sqlstate: '42P01' }), code: 'INTERNAL' },
    { error: 'secret', code: 'INTERNAL' },
  ])('hides $error behind $code and an id that the log has', ({ error, code }) => {
    const logged: [string, unknown][] = [];
    const wrapped = new GraphQLError('select secret', {
      path: ['issue'],
      originalError: error instanceof Error ? error : null,
    });
    const masked = maskError(error instanceof Error ? wrapped : error, (...entry) => logged.push(entry));
    const [[id, cause] = []] = logged;
    expect(JSON.stringify(masked)).not.toMatch(/secret|postgres|42P01/);
    expect(masked).toMatchObject({ extensions: { code, id } });
    expect(cause).toBe(error);
  });

  it('tells what the caller can mend, with its place', () => {
    const error = new StoreError('NUL_CHARACTER', 'There is a NUL at 3.', {});
    const masked = maskError(new GraphQLError('x', { path: ['search'], originalError: error }), () => {});
    expect(masked).toMatchObject({
      message: 'There is a NUL at 3.',
      path: ['search'],
      extensions: { code: 'NUL_CHARACTER' },
    });
  });
});
