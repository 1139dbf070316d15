import { addPublication } from '@broadsheet/store';
import { sql } from 'kysely';
import { requireScope } from '../errors/rights-errors.js';
import { type UserErrorShape, userErrorOf } from '../errors/user-error.js';
import { NOW } from '../scopes.js';
import { builder } from './builder.js';
import { MutationPayload, type PayloadShape } from './mutation-payload.js';
import { Publication } from './publication.js';
import { eq } from './sql.js';

interface CreatePublicationShape extends PayloadShape {
  readonly publicationId: string | null;
}

const CreatePublicationPayload = builder.objectRef<CreatePublicationShape>('CreatePublicationPayload');
builder.objectType(CreatePublicationPayload, {
  interfaces: [MutationPayload],
  description: 'What createPublication answers with.',
  fields: (t) => ({
    publication: t.load({
      type: Publication,
      nullable: true,
      description: 'The publication; null with errors.',
      target: ({ publicationId }) =>
        publicationId === null
          ? null
          : { scope: NOW, on: ({ target }) => eq(target.ref('id'), sql`${publicationId}::text`) },
    }),
  }),
});

const CreatePublicationInput = builder.inputType('CreatePublicationInput', {
  description: 'A publication to add.',
  fields: (t) => ({
    slug: t.string({ required: true, description: 'Its name in addresses.' }),
    title: t.string({ required: true, description: 'Its title.' }),
    language: t.string({ required: true, defaultValue: 'en', description: 'BCP 47' }),
    timeZone: t.string({ required: true, defaultValue: 'UTC', description: 'IANA' }),
    homepage: t.field({ type: 'URL', description: 'Its home page.' }),
    layout: t.string({ description: 'The layout that its issues are read with unless another is named.' }),
  }),
});

builder.mutationFields((t) => ({
  createPublication: t.field({
    type: CreatePublicationPayload,
    description: "Adds a publication; the same one again does nothing. Needs the scope 'ingest'.",
    args: { input: t.arg({ type: CreatePublicationInput, required: true, description: 'The publication.' }) },
    resolve: async (_, { input }, context): Promise<CreatePublicationShape> => {
      requireScope(context, 'ingest');
      const { homepage = null, layout = null, ...facts } = input;
      try {
        const { id, change } = await addPublication(context.database, {
          ...facts,
          homepage,
          layout,
          actor: context.rights.actor,
        });
        return { publicationId: id, change, errors: [] };
      } catch (error) {
        return refused(error);
      }
    },
  }),
}));

function refused(error: unknown): CreatePublicationShape {
  const known: UserErrorShape | undefined = userErrorOf(error);
  if (known === undefined) throw error;
  return { publicationId: null, change: null, errors: [known] };
}
