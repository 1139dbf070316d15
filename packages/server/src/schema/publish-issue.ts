import { publishIssue } from '@broadsheet/store';
import { requireScope } from '../errors/rights-errors.js';
import { builder } from './builder.js';
import { decide } from './decide.js';
import { issuePayload } from './issue-payload.js';

const PublishIssuePayload = issuePayload('PublishIssuePayload', 'publishIssue');

const PublishIssueInput = builder.inputType('PublishIssueInput', {
  description: 'Which revision is to be public, and when.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Of the issue, in whatever state it was read.' }),
    revision: t.int({
      required: true,
      description: 'The ordinal that was looked at; an error if a newer one came meanwhile.',
    }),
    at: t.field({
      type: 'DateTime',
      description: "When; later than now, by the database's clock, makes it SCHEDULED. Now without.",
    }),
    note: t.string({ description: 'For the change log.' }),
  }),
});

builder.mutationFields((t) => ({
  publishIssue: t.field({
    type: PublishIssuePayload,
    description:
      "Makes the newest revision public, or schedules it. Publishing now ends a schedule; what is public stays as it is; what was withdrawn comes back with its ids. Needs the scope 'publish'.",
    args: { input: t.arg({ type: PublishIssueInput, required: true, description: 'What, and when.' }) },
    resolve: (_, { input: { id, revision, at, note } }, context) => {
      requireScope(context, 'publish');
      const given = { id, revision, ...(at ? { at } : {}), ...(note ? { note } : {}), actor: context.rights.actor };
      return decide(() => publishIssue(context.database, given));
    },
  }),
}));
