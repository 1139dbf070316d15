import type { EntityDecided } from '@broadsheet/store';
import { sql } from 'kysely';
import { NOW, PREVIEW } from '../scopes.js';
import { builder } from './builder.js';
import type { DecisionShape } from './decide.js';
import { Entity } from './entity.js';
import { MutationPayload } from './mutation-payload.js';
import { eq } from './sql.js';

/** What a decision about an entity answers with. */
export type EntityPayloadShape = DecisionShape<EntityDecided>;

const TYPES = { source: { name: 'Source' }, keyword: { name: 'Keyword' }, contributor: { name: 'Contributor' } };

/** The payload of a decision about an entity. */
export function entityPayload(name: string, mutation: string, what: string) {
  const ref = builder.objectRef<EntityPayloadShape>(name);
  builder.objectType(ref, {
    interfaces: [MutationPayload],
    description: `What ${mutation} answers with.`,
    fields: (t) => ({
      entity: t.load({
        type: Entity,
        nullable: true,
        description: `${what}, in the state that shows it. Null with errors, where no item prints it, and where that is a draft which the sender may not read.`,
        target: ({ decision }, _, { rights }) =>
          decision === null || (decision.state === 'draft' && !rights.mayReadDrafts)
            ? null
            : {
                type: TYPES[decision.table],
                scope: decision.state === 'now' ? NOW : PREVIEW,
                on: ({ target }) => eq(target.ref('id'), sql`${decision.entityId}::text`),
              },
      }),
    }),
  });
  return ref;
}
