import { serverAudits } from 'graphql-http';

/** How strictly the specification asks for something. */
export type Weight = 'MUST' | 'SHOULD' | 'MAY';

/** What one audit found. */
export interface Audited {
  readonly id: string;
  readonly weight: Weight;
  /** As in 'MUST accept application/json and match the content-type'. */
  readonly name: string;
  readonly isKept: boolean;
  /** Why it is not kept. */
  readonly reason: string;
}

/**
 * Holds a GraphQL endpoint against the specification of GraphQL over HTTP.
 * @see https://graphql.github.io/graphql-over-http/draft/
 */
export async function runAudits(endpoint: string): Promise<readonly Audited[]> {
  const found: Audited[] = [];
  for (const { id, name, fn } of serverAudits({ url: endpoint, fetchFn: fetch })) {
    const result = await fn();
    const weight = (['MUST', 'SHOULD', 'MAY'] as const).find((one) => name.startsWith(one)) ?? 'MAY';
    const reason = result.status === 'ok' ? '' : result.reason;
    found.push({ id, weight, name, isKept: result.status === 'ok', reason });
  }
  return found;
}

/** How many of a weight are kept, of how many. */
export function tally(audits: readonly Audited[], weight: Weight): { readonly kept: number; readonly of: number } {
  const those = audits.filter((one) => one.weight === weight);
  return { kept: those.filter(({ isKept }) => isKept).length, of: those.length };
}
