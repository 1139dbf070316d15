import type { Operation } from '../documents/operation.js';

/** One HTTP request. */
export interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A longer address is refused by some proxies: the operation then goes by POST. */
const LONGEST_URL = 2_000;

/** A request that caches may keep: GET with the operation's hash. Undefined where it is not known by one, or too much would stand in the address. */
export function byHash(
  url: string,
  { hash }: Operation,
  variables: object,
  headers: Readonly<Record<string, string>>,
): Outgoing | undefined {
  if (hash === undefined) return undefined;
  const separator = url.includes('?') ? '&' : '?';
  const encoded = `documentId=${encodeURIComponent(hash)}&variables=${encodeURIComponent(JSON.stringify(variables))}`;
  const whole = `${url}${separator}${encoded}`;
  return whole.length > LONGEST_URL ? undefined : { method: 'GET', url: whole, headers };
}

/** A request that holds the operation's text: POST. */
export function byText(
  url: string,
  { text }: Operation,
  variables: object,
  headers: Readonly<Record<string, string>>,
): Outgoing {
  return {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: text, variables }),
  };
}
