import { type Database, listScheduled, publishDue } from '@broadsheet/store';

export interface ScheduleOptions {
  readonly database: Database;
  /** Told what went wrong, once for each kind of failure in a row; the schedule goes on. */
  readonly onError: (error: unknown) => void;
}

/** Milliseconds after which it looks again, for what another server has scheduled meanwhile. */
const LOOK_AGAIN_MS = 1_000;

/**
 * Carries out what is scheduled, when its time comes by the database's clock: on every server that runs, once in all, and after a restart
 * what came due meanwhile. Returns how to end it; that is done when nothing of it is on its way.
 */
export function runSchedule({ database, onError }: ScheduleOptions): () => Promise<void> {
  const ending = new AbortController();
  const run = async (): Promise<void> => {
    let failure = '';
    while (!ending.signal.aborted) {
      const { next_ms, failed } = await carryOut(database);
      if (failed !== undefined && String(failed) !== failure) onError(failed);
      failure = failed === undefined ? '' : String(failed);
      await pause(Math.min(next_ms ?? LOOK_AGAIN_MS, LOOK_AGAIN_MS), ending.signal);
    }
  };
  const ended = run();
  return async () => {
    ending.abort();
    await ended;
  };
}

interface Round {
  readonly next_ms: number | null;
  readonly failed: unknown;
}

/** One issue that cannot be published does not keep back the others. */
async function carryOut(database: Database): Promise<Round> {
  let failed: unknown;
  try {
    const { due, next_ms } = await listScheduled(database);
    for (const id of due) {
      await publishDue(database, id).catch((error: unknown) => {
        failed = error;
      });
    }
    return { next_ms, failed };
  } catch (error) {
    return { next_ms: null, failed: error };
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.max(1, Math.ceil(ms)));
    signal.addEventListener('abort', done);
  });
}
