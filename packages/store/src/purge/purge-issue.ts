import { sql, type Transaction } from 'kysely';
import { withholdNames } from '../curation/load-curation.js';
import { showDecided } from '../curation/project-again.js';
import type { IssueRecord } from '../editorial/records.js';
import { appendChange, type ChangeFacts } from '../log/append-change.js';
import type { TableDiff } from '../log/diff.js';
import { advanceLog, type LogPlace } from '../log/log-head.js';
import { hideIssue } from '../publishing/hide-issue.js';
import { deleteIssue } from './delete-editorial.js';
import { followInDrafts, forgetNames, withForgotten } from './forget-names.js';
import { forgetPeriods } from './forget-periods.js';
import { ALWAYS } from './period.js';
import type { PurgeResult } from './purge.js';
import { listDefined, listTouched } from './touched.js';

/** Purges a whole issue. */
export async function purgeIssue(
  trx: Transaction<unknown>,
  place: LogPlace,
  issue: IssueRecord,
  note: string | null,
): Promise<PurgeResult> {
  const change: ChangeFacts = {
    kind: 'WITHDRAWN',
    note,
    publication_id: issue.publication_id,
    issue_id: issue.id,
  };
  const forgotten = await forgetNames(trx, issue.id);
  const withheld = await withholdNames(trx, issue.id);
  const hidden = await hideIssue(trx, place, issue.id, { ...forgotten, decided: [...forgotten.decided, ...withheld] });
  const isShown = issue.published_ordinal === null && forgotten.decided.length > 0;
  const told = isShown ? await showDecided(trx, place, forgotten) : [];
  await followInDrafts(trx, forgotten);
  const seq = await tell(trx, place, change, [...hidden, ...told], await wasPublic(trx, issue.id));
  const touched = withForgotten(await listTouched(trx, issue.id, await listDefined(trx, issue.id)), forgotten);
  await forgetPeriods(trx, issue.id, [ALWAYS], touched);
  await sql`delete from past.redirect where target_id = ${issue.id}`.execute(trx);
  // What has nothing left to count has no row where the issue never was.
  await sql`delete from published.kept_count where items = 0 and issues = 0`.execute(trx);
  return { issueId: issue.id, ...(await deleteIssue(trx, issue.id)), change: seq };
}

async function wasPublic(trx: Transaction<unknown>, issueId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from past.issue where id = ${issueId}) as found
  `.execute(trx);
  return rows[0]?.found ?? false;
}

/** The log tells of everything that once was public; where nothing leaves that is public now, by a change without entries. */
async function tell(
  trx: Transaction<unknown>,
  place: LogPlace,
  change: ChangeFacts,
  diff: readonly TableDiff[],
  known: boolean,
): Promise<number | null> {
  const seq = await appendChange(trx, place, change, diff);
  if (seq !== null || !known) return seq;
  await sql`
    insert into published.change (seq, at, kind, note, publication_id, issue_id, newest_day)
    values (${place.seq}, ${place.at}, ${change.kind}, ${change.note}, ${change.publication_id}, ${change.issue_id},
      (select p.newest_day from published.change p order by p.seq desc limit 1))
  `.execute(trx);
  await advanceLog(trx, place);
  return place.seq;
}
