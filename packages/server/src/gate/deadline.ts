import { GateRefusal, refusal } from './refusal.js';

/** Does something under a signal that ends when the client leaves or the time is over. Rejects with GateRefusal TIMEOUT. */
export async function withDeadline<T>(
  limit_ms: number,
  left: AbortSignal | undefined,
  action: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const onLeft = (): void => controller.abort(left?.reason);
  if (left?.aborted === true) onLeft();
  left?.addEventListener('abort', onLeft, { once: true });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      // The refusal first: what is aborted rejects too, and with less to say.
      reject(timeout(limit_ms));
      controller.abort();
    }, limit_ms);
  });
  try {
    return await Promise.race([action(controller.signal), late]);
  } finally {
    clearTimeout(timer);
    left?.removeEventListener('abort', onLeft);
  }
}

function timeout(limit: number): GateRefusal {
  const message = `The request took more than ${limit} ms and was ended. Ask for less at once.`;
  return new GateRefusal([refusal('TIMEOUT', message, { data: { limit }, status: 504 })]);
}
