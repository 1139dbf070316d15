import type { IssueReading } from '@broadsheet/parser';
import type { Transaction } from 'kysely';
import { findReading } from '../editorial/load.js';
import { project } from '../log/project-issue.js';
import { countDraftDefinitions } from '../names/count-definitions.js';
import { definitionsOf } from '../names/definitions.js';
import type { IssueFacts } from '../project/issue.js';
import { changeDrafts, NOTHING } from './change-draft.js';

/** Makes the preview show a draft of an issue. `former` is what the draft showed before, where that is no longer stored. */
export async function writeDraft(trx: Transaction<unknown>, facts: IssueFacts, former?: IssueReading): Promise<void> {
  const published = await findReading(trx, 'published', facts.id);
  const shown = former ?? (await findReading(trx, 'draft', facts.id)) ?? published;
  const changed = await countDraftDefinitions(trx, definitionsOf(shown), definitionsOf(facts.reading));
  const wanted = await project(trx, facts, { instead: published });
  await changeDrafts(trx, [{ issueId: facts.id, wanted }], { definitions: changed });
}

/** Takes an issue's draft, where it has one, out of the preview, which then shows what is published. `published` is what was so before. */
export async function dropDraft(
  trx: Transaction<unknown>,
  issueId: string,
  published: IssueReading | undefined,
): Promise<void> {
  const shown = await findReading(trx, 'draft', issueId);
  if (shown === undefined) return;
  const changed = await countDraftDefinitions(trx, definitionsOf(shown), definitionsOf(published));
  await changeDrafts(trx, [{ issueId, wanted: NOTHING }], { definitions: changed });
}

/** Tells an issue's draft anew when what is published of it, which it would take the place of, was read anew. */
export async function rebaseDraft(
  trx: Transaction<unknown>,
  facts: IssueFacts,
  before: IssueReading | undefined,
  after: IssueReading,
): Promise<void> {
  const changed = await countDraftDefinitions(trx, definitionsOf(after), definitionsOf(before));
  const wanted = await project(trx, facts, { instead: after });
  await changeDrafts(trx, [{ issueId: facts.id, wanted }], { definitions: changed });
}
