import type { Database } from '@broadsheet/store';
import type { Context } from '../context.js';
import { ANONYMOUS, rightsOf } from '../http/rights.js';

export { DEFAULT_LIMITS } from '../gate/limits.js';
export { graphEngine } from '../graph-engine.js';
export { schema } from '../schema/schema.js';

/** What a field may know where someone reads: anyone, or who may read drafts. For tests that go past the gate. */
export async function readerContext(database: Database, mayReadDrafts: boolean): Promise<Context> {
  const authorities = { operators: () => ['a-reader'], tokens: async () => undefined };
  const rights = mayReadDrafts ? await rightsOf('Bearer a-reader', authorities) : ANONYMOUS;
  return { database, rights, signal: undefined };
}
