import type { IssueDecision } from '@broadsheet/store';
import { sql } from 'kysely';
import { NOW, PREVIEW } from '../scopes.js';
import { builder } from './builder.js';
import type { DecisionShape } from './decide.js';
import { Issue } from './issue.js';
import { MutationPayload } from './mutation-payload.js';
import { eq } from './sql.js';

/** What a decision about an issue answers with. */
export type IssuePayloadShape = DecisionShape<IssueDecision>;

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
