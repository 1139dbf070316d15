import type { Bomb } from './bombs.js';

/** How a bomb was answered. */
export interface Fallen {
  readonly status: number;
  readonly codes: readonly unknown[];
  readonly ms: number;
  readonly text: string;
}

/** Sends a bomb by POST to a GraphQL endpoint. */
export async function throwBomb(endpoint: string, { body }: Bomb): Promise<Fallen> {
  const before = performance.now();
  const response = await fetch(endpoint, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const text = await response.text();
  const ms = performance.now() - before;
  const { errors = [] }: { errors?: { extensions?: { code?: unknown } }[] } = JSON.parse(text);
  return { status: response.status, codes: errors.map(({ extensions }) => extensions?.code), ms, text };
}
