import { userErrorOf } from '../errors/user-error.js';
import type { PayloadShape } from './mutation-payload.js';

/** What an editor's decision answers with; its decision is null with errors. */
export interface DecisionShape<Decision> extends PayloadShape {
  readonly decision: Decision | null;
}

/** Carries a decision out, and answers with what came of it or with what the caller can mend. Rejects with all else that is thrown. */
export async function decide<Decision extends Pick<PayloadShape, 'change'>>(
  carryOut: () => Promise<Decision>,
): Promise<DecisionShape<Decision>> {
  try {
    const decision = await carryOut();
    return { decision, change: decision.change, errors: [] };
  } catch (error) {
    const known = userErrorOf(error);
    if (known === undefined) throw error;
    return { decision: null, change: null, errors: [known] };
  }
}
