import type { Transaction } from 'kysely';
import { followPublished, hasDrafts } from '../draft/follow-published.js';
import { dropDraft } from '../draft/write-draft.js';
import { findReading } from '../editorial/load.js';
import type { TableDiff } from '../log/diff.js';
import type { LogPlace } from '../log/log-head.js';
import type { DecidedBeside } from '../log/publish-rows.js';
import { withdrawRows } from '../log/withdraw-rows.js';

/** Takes an issue out of the preview and out of what is published. Returns what changed there; nothing where it was not public. */
export async function hideIssue(
  trx: Transaction<unknown>,
  place: LogPlace,
  issueId: string,
  beside: DecidedBeside = {},
): Promise<readonly TableDiff[]> {
  const before = await findReading(trx, 'published', issueId);
  await dropDraft(trx, issueId, before);
  if (before === undefined) return [];
  const change = await withdrawRows(trx, place, issueId, before, beside);
  if (await hasDrafts(trx)) await followPublished(trx, change, beside.decided);
  return change.diff;
}
