import type { IssueDecision } from '@broadsheet/store';
import { sql } from 'kysely';
import { userErrorOf } from '../errors/user-error.js';
import { NOW, PREVIEW } from '../scopes.js';
import { builder } from './builder.js';
import { Issue } from './issue.js';
import { MutationPayload, type PayloadShape } from './mutation-payload.js';
import { eq } from './sql.js';

/** What a decision about an issue answers with. */
export interface IssuePayloadShape extends PayloadShape {
  readonly decision: IssueDecision | null;
}

/** The payload of a decision about an issue. */
export function issuePayload(name: string, mutation: string) {
  const ref = builder.objectRef<IssuePayloadShape>(name);
  builder.objectType(ref, {
    interfaces: [MutationPayload],
    description: `What ${mutation} answers with.`,
    fields: (t) => ({
      issue: t.load({
        type: Issue,
        nullable: true,
        description:
          'The issue in the state that shows it now: what is public, else the preview. Null with errors, and where that is a draft which the sender may not read.',
        target: ({ decision }, _, { rights }) =>
          decision === null || (decision.state === 'draft' && !rights.mayReadDrafts)
            ? null
            : {
                scope: decision.state === 'now' ? NOW : PREVIEW,
                on: ({ target }) => eq(target.ref('id'), sql`${decision.issueId}::text`),
              },
      }),
    }),
  });
  return ref;
}

/** Decides, and answers with what became of the issue or with what the caller can mend. */
export async function decideOnIssue(decide: () => Promise<IssueDecision>): Promise<IssuePayloadShape> {
  try {
    const decision = await decide();
    return { decision, change: decision.change, errors: [] };
  } catch (error) {
    const known = userErrorOf(error);
    if (known === undefined) throw error;
    return { decision: null, change: null, errors: [known] };
  }
}
