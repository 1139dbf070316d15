import { mergeEntities } from '@broadsheet/store';
import { requireScope } from '../errors/rights-errors.js';
import { builder } from './builder.js';
import { decide } from './decide.js';
import { entityPayload } from './entity-payload.js';

const MergeEntitiesPayload = entityPayload('MergeEntitiesPayload', 'mergeEntities', 'The one that stays');

const MergeEntitiesInput = builder.inputType('MergeEntitiesInput', {
  description: 'Which entities are one. All of one type.',
  fields: (t) => ({
    from: t.idList({ required: true, description: 'Those that go, in whatever state they were read.' }),
    into: t.id({ required: true, description: 'The one that stays.' }),
    note: t.string({ description: 'For the change log.' }),
  }),
});

builder.mutationFields((t) => ({
  mergeEntities: t.field({
    type: MergeEntitiesPayload,
    description:
      "All of one type. Their names become aliases of the one that stays, their ids and slugs lead to it. To merge what was split off undoes the split. Needs the scope 'curate'.",
    args: { input: t.arg({ type: MergeEntitiesInput, required: true, description: 'Which, and into which.' }) },
    resolve: (_, { input }, context) => {
      requireScope(context, 'curate');
      return decide(() => mergeEntities(context.database, { ...input, actor: context.rights.actor }));
    },
  }),
}));
