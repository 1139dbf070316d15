import { expect, it } from 'vitest';
import { encodedFor } from './encodings.js';

const [identity, br, gzip] = ['identity', 'br', 'gzip'].map((name) => Buffer.from(name));
const FORMS = { identity: identity ?? Buffer.of(), br: br ?? Buffer.of(), gzip: gzip ?? Buffer.of() };

it.each([
  { accepted: undefined, encoding: undefined },
  { accepted: 'gzip, deflate, br, zstd', encoding: 'br' },
  { accepted: 'GZIP;q=0.5', encoding: 'gzip' },
  { accepted: 'br;q=0, gzip', encoding: 'gzip' },
  { accepted: 'br; q=0.0', encoding: undefined },
  { accepted: 'brotli', encoding: undefined },
])('gives $encoding for $accepted', ({ accepted, encoding }) => {
  const { body, headers } = encodedFor(accepted, FORMS);
  expect(String(body)).toBe(encoding ?? 'identity');
  expect(headers['content-encoding']).toBe(encoding);
  expect(headers['vary']).toBe('accept-encoding');
});
