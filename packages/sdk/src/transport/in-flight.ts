import type { Incoming } from './exchange.js';
import type { Outgoing } from './outgoing.js';

interface Shared {
  readonly incoming: Promise<Incoming>;
  readonly controller: AbortController;
  callers: number;
}

/** Requests on their way: who asks for what is being asked already gets the same answer. It is ended when all who wait have left. */
export class InFlight {
  readonly #shared = new Map<string, Shared>();

  /** The answer to a request, sent by `send` unless the same one is on its way. */
  join(outgoing: Outgoing, signal: AbortSignal, send: (signal: AbortSignal) => Promise<Incoming>): Promise<Incoming> {
    const key = JSON.stringify(outgoing);
    const shared = this.#shared.get(key) ?? this.#begin(key, send);
    shared.callers += 1;
    const leave = (): void => {
      shared.callers -= 1;
      if (shared.callers > 0) return;
      if (this.#shared.get(key) === shared) this.#shared.delete(key);
      shared.controller.abort(signal.reason);
    };
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
    return shared.incoming.finally(() => signal.removeEventListener('abort', leave));
  }

  /** Shares what is on its way with nobody else: what is asked from now on may have another answer. */
  part(): void {
    this.#shared.clear();
  }

  #begin(key: string, send: (signal: AbortSignal) => Promise<Incoming>): Shared {
    const controller = new AbortController();
    const incoming = send(controller.signal);
    const shared: Shared = { incoming, controller, callers: 0 };
    this.#shared.set(key, shared);
    const forget = (): void => {
      if (this.#shared.get(key) === shared) this.#shared.delete(key);
    };
    incoming.then(forget, forget);
    return shared;
  }
}
