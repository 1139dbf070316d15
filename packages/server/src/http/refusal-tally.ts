import { countRefusals, type Database, type Refusals } from '@broadsheet/store';
import type { ExecutionResult } from 'graphql';
import type { ErrorLog } from '../errors/mask-error.js';
import type { Rights } from './rights.js';

/** Counts what was refused for want of a scope. */
export interface RefusalTally {
  /** Looks at the answer to somebody's operation. */
  look(rights: Rights, answer: ExecutionResult): void;
  /** Done when everything that was counted is written. */
  settled(): Promise<void>;
}

/** How long refusals are gathered before they are written, all at once. */
const GATHERED_MS = 1_000;

/**
 * The first refusal is written at once, those that follow it together, once a second: so that refusing a
 * flood costs one small statement a second, and the audit log has them all. What is not yet written when the process is killed is lost.
 */
export function refusalTally(database: Database, log: ErrorLog): RefusalTally {
  const counts = new Map<string, Refusals>();
  let writing: Promise<void> | undefined;
  let last = Number.NEGATIVE_INFINITY;

  const write = async (): Promise<void> => {
    const wait = last + GATHERED_MS - performance.now();
    if (wait > 0) await new Promise<void>((resolve) => setTimeout(resolve, wait).unref());
    last = performance.now();
    const refusals = [...counts.values()];
    counts.clear();
    await countRefusals(database, refusals).catch((error: unknown) => log('refusals that were not written', error));
    writing = counts.size === 0 ? undefined : write();
  };

  return {
    look({ actor }, { errors = [] }) {
      for (const { extensions, nodes } of errors) {
        if (extensions['code'] !== 'FORBIDDEN') continue;
        // The field's name is the schema's; its alias would be the sender's.
        const node = nodes?.[0];
        const action = node?.kind === 'Field' ? node.name.value : 'operation';
        const key = JSON.stringify([actor, action]);
        counts.set(key, { actor, action, outcome: 'FORBIDDEN', times: (counts.get(key)?.times ?? 0) + 1 });
      }
      if (counts.size > 0) writing ??= write();
    },
    async settled() {
      while (writing !== undefined) await writing;
    },
  };
}
