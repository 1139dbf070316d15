import type { Transaction } from 'kysely';
import { giveBackNames } from '../curation/load-curation.js';
import { findReading, getFactsOf } from '../editorial/load.js';
import { UNSCHEDULED } from '../editorial/records.js';
import { saveNewest, supersede } from '../editorial/save.js';
import type { LogPlace } from '../log/log-head.js';
import type { NewestRevision } from './make-revision.js';
import { type Showing, showPublished } from './show-published.js';

/** An issue with one of its revisions, as they are once that is public from an instant on; nothing is scheduled any more. */
export function asPublished({ issue, revision, document }: NewestRevision, at: string): NewestRevision {
  return {
    issue: {
      ...issue,
      ...UNSCHEDULED,
      status: 'PUBLISHED',
      published_at: issue.published_at ?? at,
      published_ordinal: revision.ordinal,
    },
    revision: { ...revision, published_at: revision.published_at ?? at, superseded_at: null },
    document,
  };
}

/** A stored revision that is to be public, in place of the one before it. */
export interface Publishing {
  /** As asPublished gives it. */
  readonly newest: NewestRevision;
  /** The ordinal that was public before; null where none was. */
  readonly former: number | null;
  readonly note: string | null;
  readonly others?: Showing['others'];
  readonly record?: Showing['record'];
}

/** Saves a revision of an issue, and makes it public. Returns the seq of the change. */
export async function publishRevision(
  trx: Transaction<unknown>,
  place: LogPlace,
  { newest, former, note, others, record }: Publishing,
): Promise<number | null> {
  const { issue } = newest;
  const decided = former === null ? await giveBackNames(trx, issue.id) : [];
  const [before, , facts] = await Promise.all([
    former === null ? undefined : findReading(trx, 'published', issue.id),
    former === null ? undefined : supersede(trx, issue.id, former, place.at),
    getFactsOf(trx, newest, 'published'),
  ]);
  const showing = showPublished(trx, place, { issue, facts, before, note, others, record, decided });
  // Behind what showing asks for first: while the database saves the revision, its rows are made here.
  const [change] = await Promise.all([showing, saveNewest(trx, newest)]);
  return change;
}
