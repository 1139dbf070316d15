import { sql } from 'kysely';
import type { UserErrorShape } from '../errors/user-error.js';
import { NOW } from '../scopes.js';
import { builder } from './builder.js';
import { Change } from './change.js';
import { eq } from './sql.js';

/** What every payload holds: the seq of the change that was appended, and what the caller can mend. */
export interface PayloadShape {
  readonly change: number | null;
  readonly errors: readonly UserErrorShape[];
}

export const UserError = builder.objectRef<UserErrorShape>('UserError');
builder.objectType(UserError, {
  description: 'What the caller can mend. Nothing was done.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'A stable name for its kind.' }),
    message: t.exposeString('message', { description: 'What it is, and what mends it.' }),
    field: t.field({
      type: ['String'],
      nullable: true,
      description: "The path of the input value, as in ['input', 'from', '0'].",
      resolve: ({ field }) => field,
    }),
  }),
});

export const MutationPayload = builder.interfaceRef<PayloadShape>('MutationPayload');
builder.interfaceType(MutationPayload, {
  description: 'What every mutation answers with.',
  fields: (t) => ({
    change: t.load({
      type: Change,
      nullable: true,
      description:
        'What it appended to the change log; null where nothing public changed (a draft, a schedule, a repeat). changes(after: its cursor) goes on after it.',
      target: ({ change }) =>
        change === null ? null : { scope: NOW, on: ({ target }) => eq(target.ref('seq'), sql`${change}::bigint`) },
    }),
    errors: t.field({
      type: [UserError],
      description: 'What the caller can mend; then nothing was done.',
      resolve: ({ errors }) => errors,
    }),
  }),
});
