import type { Database, GivingUp } from '@broadsheet/store';
import type { Rights } from './http/rights.js';

/** What every field may know of its request. */
export interface Context {
  readonly database: Database;
  readonly rights: Rights;
  /** Ends when the client leaves. */
  readonly signal: GivingUp | undefined;
}
