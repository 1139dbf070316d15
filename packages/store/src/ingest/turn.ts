import type { Database } from '../database/database.js';

/** A place in the order in which documents were given. */
export interface Turn {
  /** Resolves when every earlier turn was passed on. */
  readonly come: Promise<unknown>;
  /** Lets the next one come; may be called more than once. */
  pass(): void;
}

/** When the last turn that was taken on a database has been passed on. */
const last = new WeakMap<Database, Promise<unknown>>();

/** Takes the next turn of this process on a database. Whoever takes one must pass it on. */
export function takeTurn(database: Database): Turn {
  const come = last.get(database) ?? Promise.resolve();
  let pass = (): void => {};
  const passed = new Promise<void>((resolve) => {
    pass = resolve;
  });
  last.set(database, Promise.all([come, passed]));
  return { come, pass };
}
