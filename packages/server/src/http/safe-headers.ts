import type { ServerResponse } from 'node:http';

/**
 * On every answer, whatever it is: no guessing of types, no address told to others, no use in pages of others. What is no page may do nothing at
 * all where a browser shows it; pages bring a policy of their own.
 */
const SAFE_HEADERS = Object.entries({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
});

/** Sets the headers; who answers may set others in their place. */
export function setSafeHeaders(response: ServerResponse): void {
  for (const [name, value] of SAFE_HEADERS) response.setHeader(name, value);
}
