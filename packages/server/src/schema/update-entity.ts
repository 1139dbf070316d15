import { updateEntity } from '@broadsheet/store';
import { requireScope } from '../errors/rights-errors.js';
import { builder } from './builder.js';
import { decide } from './decide.js';
import { entityPayload } from './entity-payload.js';

const UpdateEntityPayload = entityPayload('UpdateEntityPayload', 'updateEntity', 'The entity');

const UpdateEntityInput = builder.inputType('UpdateEntityInput', {
  description: 'What is to be other. What is left out stays as it is; null takes a name or slug back.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Of the entity, in whatever state it was read.' }),
    name: t.string({ description: 'Its name.' }),
    slug: t.string({ description: 'Its slug; those that it had before still find it until this is taken back.' }),
    addAliases: t.stringList({ description: 'Names that are its own when they are printed.' }),
    removeAliases: t.stringList({ description: 'Names that were added so, and are no more.' }),
    note: t.string({ description: 'For the change log.' }),
  }),
});

builder.mutationFields((t) => ({
  updateEntity: t.field({
    type: UpdateEntityPayload,
    description:
      "Gives an entity another name or slug, and aliases; kept when issues are ingested again. Needs the scope 'curate'.",
    args: { input: t.arg({ type: UpdateEntityInput, required: true, description: 'Which, and what.' }) },
    resolve: (_, { input }, context) => {
      requireScope(context, 'curate');
      return decide(() => updateEntity(context.database, { ...input, actor: context.rights.actor }));
    },
  }),
}));
