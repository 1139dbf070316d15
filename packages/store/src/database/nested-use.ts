import { AsyncLocalStorage } from 'node:async_hooks';
import type { Backend } from './backend.js';
import { StoreError } from './store-error.js';

interface Inside {
  readonly backend: Backend;
  readonly outer: Inside | undefined;
  open: boolean;
}

const storage = new AsyncLocalStorage<Inside>();

/** Runs `fn` as the inside of a transaction on `backend`, until it has ended. */
export async function insideTransaction<T>(backend: Backend, fn: () => Promise<T>): Promise<T> {
  const inside: Inside = { backend, outer: storage.getStore(), open: true };
  try {
    return await storage.run(inside, fn);
  } finally {
    // What was started inside and outlives the transaction may use the database again.
    inside.open = false;
  }
}

/** @throws {StoreError} NESTED_DATABASE_USE when called from inside a transaction on `backend` that has not ended. */
export function assertOutsideTransaction(backend: Backend): void {
  for (let inside = storage.getStore(); inside !== undefined; inside = inside.outer) {
    if (inside.open && inside.backend === backend) throw nestedUse();
  }
}

function nestedUse(): StoreError {
  return new StoreError(
    'NESTED_DATABASE_USE',
    'The database was used from inside one of its own transactions, where it would wait for itself. Use the transaction: pass `trx` on, and `textIn(trx, …)` for `text`.',
  );
}
