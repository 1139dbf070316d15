import { splitEntity } from '@broadsheet/store';
import { requireScope } from '../errors/rights-errors.js';
import { builder } from './builder.js';
import { decide } from './decide.js';
import { entityPayload } from './entity-payload.js';

const SplitEntityPayload = entityPayload('SplitEntityPayload', 'splitEntity', 'The new one, or the one that came back');

const SplitEntityInput = builder.inputType('SplitEntityInput', {
  description: 'Which names are not those of an entity.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Whom they are taken from, in whatever state it was read.' }),
    names: t.stringList({ required: true, description: 'The printed names, as name and aliases have them.' }),
    note: t.string({ description: 'For the change log.' }),
  }),
});

builder.mutationFields((t) => ({
  splitEntity: t.field({
    type: SplitEntityPayload,
    description:
      "Takes names away from an entity and gives them one of their own. With all the names of what was merged into it, it undoes the merge. Needs the scope 'curate'.",
    args: { input: t.arg({ type: SplitEntityInput, required: true, description: 'From which, and which names.' }) },
    resolve: (_, { input }, context) => {
      requireScope(context, 'curate');
      return decide(() => splitEntity(context.database, { ...input, actor: context.rights.actor }));
    },
  }),
}));
