import { refuse } from './refusal.js';

/** What a request wants to know of its price: nothing, the price beside the answer, or the price in place of the answer. */
export type CostWish = 'none' | 'report' | 'dryRun';

/** Reads `extensions.cost` of a request: `"report"` or `"dryRun"`. Throws GateRefusal BAD_REQUEST. */
export function readCostWish({ cost }: Readonly<Record<string, unknown>>): CostWish {
  if (cost === undefined || cost === null) return 'none';
  if (cost === 'report' || cost === 'dryRun') return cost;
  return refuse(
    'BAD_REQUEST',
    '\'extensions.cost\' takes "report" for the price beside the answer, "dryRun" for the price alone.',
  );
}
