import { updateIssue } from '@broadsheet/store';
import { requireScope } from '../errors/rights-errors.js';
import { builder } from './builder.js';
import { decide } from './decide.js';
import { issuePayload } from './issue-payload.js';

const UpdateIssuePayload = issuePayload('UpdateIssuePayload', 'updateIssue');

const UpdateIssueInput = builder.inputType('UpdateIssueInput', {
  description:
    'What was read wrong. What is left out stays as it is; null takes a mend back, and so does what is read anyway.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Of the issue, in whatever state it was read.' }),
    slug: t.string({ description: 'Its slug; those that it had before still find it until this is taken back.' }),
    number: t.int({ description: 'Its number.' }),
    publishedOn: t.field({ type: 'Date', description: 'Its day.' }),
    url: t.field({ type: 'URL', description: 'Where it was published.' }),
    note: t.string({ description: 'For the change log.' }),
  }),
});

builder.mutationFields((t) => ({
  updateIssue: t.field({
    type: UpdateIssuePayload,
    description:
      "Mends what was read wrong about the issue as a whole, in what is public and in its draft; kept when it is ingested again. Needs the scope 'curate'.",
    args: { input: t.arg({ type: UpdateIssueInput, required: true, description: 'Which issue, and what.' }) },
    resolve: (_, { input }, context) => {
      requireScope(context, 'curate');
      return decide(() => updateIssue(context.database, { ...input, actor: context.rights.actor }));
    },
  }),
}));
