import type { Transaction } from 'kysely';
import { StoreError } from '../database/store-error.js';
import { findIssueById } from '../editorial/load.js';
import type { IssueRecord } from '../editorial/records.js';
import { parseId } from '../identity/id.js';

/** What became of an issue that was decided about. */
export interface IssueDecision {
  readonly issueId: string;
  /** The state that shows it now. */
  readonly state: 'now' | 'draft';
  /** seq of the change; null where nothing public changed. */
  readonly change: number | null;
}

/** Gets the issue that an id means, in whatever state the id was read. Throws StoreError UNKNOWN_ISSUE. */
export async function getIssueToDecide(trx: Transaction<unknown>, id: string): Promise<IssueRecord> {
  const parsed = parseId(id);
  const issue = parsed?.type === 'Issue' ? await findIssueById(trx, parsed.canonical) : undefined;
  if (issue !== undefined) return issue;
  throw new StoreError(
    'UNKNOWN_ISSUE',
    `No issue has the id '${id.slice(0, 80)}'. Give one as Issue.id or Issue.canonicalId has it.`,
    { field: 'id' },
  );
}

/**
 * How an error calls an issue: by its slug where that is public, else by its id, which who decided gave. Who decides need not be one who may read
 * drafts.
 */
export function calledIssue({ id, slug, mends, published_ordinal }: IssueRecord): string {
  return published_ordinal === null ? `Issue ${id}` : `Issue '${mends.slug ?? slug}'`;
}

/** The state that shows an issue as it now is. */
export function stateOf({ published_ordinal }: IssueRecord): IssueDecision['state'] {
  return published_ordinal === null ? 'draft' : 'now';
}
