import type { Transaction } from 'kysely';
import { type LogPlace, lockLog, placeAfter, readPlace } from '../log/log-head.js';
import { Overlap } from '../log/overlap.js';

/** What one of several writes in a transaction has: its place in the log, and how it goes along with the one before it. */
export interface Share {
  readonly place: Promise<LogPlace>;
  readonly overlap: Overlap;
}

/** One of several writes. */
export interface Sharing {
  store(trx: Transaction<unknown>, share: Share): Promise<void>;
}

/**
 * Carries writes out in one transaction under the log's lock, each as if the ones before it had ended, and none before what it reads of them is
 * written. `next` is asked when one lets another begin. Ends when all have ended; throws what the first of them threw.
 */
export async function storeTogether(
  trx: Transaction<unknown>,
  first: Sharing,
  next: () => Sharing | undefined,
): Promise<void> {
  const ends: Promise<void>[] = [];
  const failures: unknown[] = [];
  let place = lockLog(trx);
  let before: Overlap | undefined;
  for (let one: Sharing | undefined = first; one !== undefined; ) {
    const overlap: Overlap = new Overlap(before);
    const ended = one
      .store(trx, { place, overlap })
      .catch((error: unknown) => failures.push(error))
      .then(() => overlap.end());
    ends.push(ended);
    const goesOn = await overlap.letsBegin;
    one = failures.length === 0 ? next() : undefined;
    // Whoever has ended has moved the log's head on, if there was anything to tell.
    if (one !== undefined) place = goesOn ? placeAfter(trx, await place) : readPlace(trx);
    before = overlap;
  }
  await Promise.all(ends);
  if (failures.length > 0) throw failures[0];
}
