import type { IssueReading } from '@broadsheet/parser';
import type { Transaction } from 'kysely';
import { countDefinitions } from '../names/count-definitions.js';
import { definitionsOf } from '../names/definitions.js';
import type { LogPlace } from './log-head.js';
import { type PublishedChange, replaceRows } from './publish-rows.js';

/**
 * Takes an issue out of `published`: its rows move to `past`, other issues that its definitions tied are tied anew, and what issues share
 * follows. `before` is the reading that was public.
 */
export async function withdrawRows(
  trx: Transaction<unknown>,
  place: LogPlace,
  issueId: string,
  before: IssueReading,
): Promise<PublishedChange> {
  const definitions = await countDefinitions(trx, definitionsOf(before), []);
  const own = { rows: {}, rubrics: [], slugs: new Map<string, string>() };
  return replaceRows(trx, place, { issueId, own, definitions });
}
