import type { Client } from '../client.js';
import { EndOfLogDocument, FollowChangesDocument, type ToldChangeFragment } from '../generated/graphql.js';
import { type FollowOptions, follow } from './follow.js';

/** From where, and which changes are followed. */
export interface FollowChangesOptions extends FollowOptions {
  /** The cursor of the last change that is known, of any answer that tells one: follows what came after it. Left out: what comes from now on. An empty text: the log from its beginning. */
  readonly after?: string | null;
  /** Slugs: changes of the issues of these publications, and every CURATED one. */
  readonly publication?: string[] | null;
}

/**
 * Changes as they happen, each once and in the order of the log, deletions among them. A lost connection is made again and goes on after the
 * last change. Ends when the loop is left; rejects with the signal's reason, and with what does not pass by itself.
 */
export async function* followChanges(
  client: Client,
  { after, publication = null, ...options }: FollowChangesOptions = {},
): AsyncGenerator<ToldChangeFragment, void> {
  const from = after ?? (await endOfLog(client, options.signal));
  yield* follow(client, FollowChangesDocument, { after: from, publication }, ({ changes }) => changes, options);
}

/** Noted before the first connection, so that nothing is missed should that one fail. */
async function endOfLog(client: Client, signal: AbortSignal | undefined): Promise<string> {
  const { changes } = await client.request(EndOfLogDocument, {}, signal === undefined ? {} : { signal });
  return changes.pageInfo.endCursor ?? '';
}
