import type { GivingUp } from '@broadsheet/store';
import { Leave } from './leave.js';
import { GateRefusal, refusal } from './refusal.js';

/** Does something under a signal that ends when the client leaves or the time is over. Rejects with GateRefusal TIMEOUT. */
export async function withDeadline<T>(
  limit_ms: number,
  left: GivingUp | undefined,
  action: (signal: GivingUp) => Promise<T>,
): Promise<T> {
  const leave = new Leave();
  const onLeft = (): void => leave.abort();
  if (left?.aborted === true) onLeft();
  left?.addEventListener('abort', onLeft, { once: true });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      // The refusal first: what is aborted rejects too, and with less to say.
      reject(timeout(limit_ms));
      leave.abort();
    }, limit_ms);
  });
  try {
    return await Promise.race([action(leave), late]);
  } finally {
    clearTimeout(timer);
    left?.removeEventListener('abort', onLeft);
  }
}

function timeout(limit: number): GateRefusal {
  const message = `The request took more than ${limit} ms and was ended. Ask for less at once.`;
  return new GateRefusal([refusal('TIMEOUT', message, { data: { limit }, status: 504 })]);
}
