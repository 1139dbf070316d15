import { withdrawIssue } from '@broadsheet/store';
import { requireScope } from '../errors/rights-errors.js';
import { builder } from './builder.js';
import { decide } from './decide.js';
import { issuePayload } from './issue-payload.js';

const WithdrawIssuePayload = issuePayload('WithdrawIssuePayload', 'withdrawIssue');

const WithdrawIssueInput = builder.inputType('WithdrawIssueInput', {
  description: 'Which issue readers are no longer to see.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Of the issue, in whatever state it was read.' }),
    note: t.string({ description: 'Why, for the change log.' }),
  }),
});

builder.mutationFields((t) => ({
  withdrawIssue: t.field({
    type: WithdrawIssuePayload,
    description:
      "Takes an issue from readers, or cancels its schedule. It stays in the preview as WITHDRAWN and keeps its ids: publishing brings it back. Needs the scope 'publish'.",
    args: { input: t.arg({ type: WithdrawIssueInput, required: true, description: 'Which, and why.' }) },
    resolve: (_, { input: { id, note } }, context) => {
      requireScope(context, 'publish');
      return decide(() =>
        withdrawIssue(context.database, { id, ...(note ? { note } : {}), actor: context.rights.actor }),
      );
    },
  }),
}));
