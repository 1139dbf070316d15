import type { Deadlines } from '@broadsheet/store';
import type { Leave } from './leave.js';
import { GateRefusal, refusal } from './refusal.js';

/** How long a request may take, and the deadlines of those that run. */
export interface RequestTime {
  readonly limit_ms: number;
  readonly deadlines: Deadlines;
}

/** Does something that is given up by `leave`, which the end of the time calls too. Rejects with GateRefusal TIMEOUT. */
export function withDeadline<T>(
  { limit_ms, deadlines }: RequestTime,
  leave: Leave,
  action: () => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const deadline = deadlines.begin(() => {
      // The refusal first: what is aborted rejects too, and with less to say.
      reject(timeout(limit_ms));
      leave.abort();
    });
    action().then(
      (value) => {
        deadlines.end(deadline);
        resolve(value);
      },
      (error: unknown) => {
        deadlines.end(deadline);
        reject(error);
      },
    );
  });
}

function timeout(limit: number): GateRefusal {
  const message = `The request took more than ${limit} ms and was ended. Ask for less at once.`;
  return new GateRefusal([refusal('TIMEOUT', message, { data: { limit }, status: 504 })]);
}
