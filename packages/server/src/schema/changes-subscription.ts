import { readCursor } from '@broadsheet/pothos-kysely';
import { sql } from 'kysely';
import { type ChangeHead, isChangeHead } from '../live/change-head.js';
import { isLive } from '../live/live.js';
import { NOW } from '../scopes.js';
import { builder } from './builder.js';
import { CHANGE_CURSORS, Change } from './change.js';
import { eq } from './sql.js';

builder.subscriptionFields((t) => ({
  changes: t.load({
    type: Change,
    description:
      'Changes as they are committed, in the order of the log, each once. Resumes after a cursor of the change log, so that a client that was away misses nothing.',
    args: {
      publication: t.arg.stringList({
        description:
          'Changes of the issues of these publications, by slug, and every CURATED one; as in Query.changes.',
      }),
      after: t.arg.string({
        description:
          'The cursor of the last change that is known; the empty text begins with the first of the log. Left out: changes from now on.',
      }),
    },
    subscribe: (root, { publication, after }, { signal }) => {
      if (!isLive(root)) throw new TypeError('Subscription.changes is executed by the subscriber of live/ alone.');
      return root.follow({ publication: publication ?? undefined, after: placeOf(after), signal });
    },
    target: (event) => ({ scope: NOW, on: ({ target }) => eq(target.ref('seq'), sql`${seqOf(event)}::bigint`) }),
  }),
}));

/** The place in the log that a cursor means; undefined for its end. Throws BAD_CURSOR. */
function placeOf(after: string | null | undefined): number | undefined {
  if (after === null || after === undefined) return undefined;
  if (after === '') return 0;
  const [seq] = readCursor(after, CHANGE_CURSORS, ['int8'], 'changes(after:)');
  return Number(seq);
}

function seqOf(event: unknown): ChangeHead['seq'] {
  if (isChangeHead(event)) return event.seq;
  throw new TypeError('Subscription.changes is read for an event of the change log alone.');
}
