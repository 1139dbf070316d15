import type { IssueReading } from '@broadsheet/parser';
import type { Transaction } from 'kysely';
import { countDefinitions } from '../names/count-definitions.js';
import { definitionsOf } from '../names/definitions.js';
import { withholdPast } from '../past/withhold.js';
import { loadIssueRows } from './load-rows.js';
import type { LogPlace } from './log-head.js';
import { type DecidedBeside, type PublishedChange, replaceRows } from './publish-rows.js';

/**
 * Takes an issue out of `published`: its rows move to `past`, other issues that its definitions tied are tied anew, and what issues share
 * follows. From then on readers see nothing of it in the past. `before` is the reading that was public.
 */
export async function withdrawRows(
  trx: Transaction<unknown>,
  place: LogPlace,
  issueId: string,
  before: IssueReading,
  beside: DecidedBeside = {},
): Promise<PublishedChange> {
  const [definitions, present] = await Promise.all([
    countDefinitions(trx, definitionsOf(before), []),
    loadIssueRows(trx, 'published', issueId),
  ]);
  const own = { rows: {}, rubrics: [], slugs: new Map<string, string>() };
  const change = await replaceRows(trx, place, { issueId, present, own, definitions, ...beside });
  await withholdPast(trx, issueId);
  return change;
}
