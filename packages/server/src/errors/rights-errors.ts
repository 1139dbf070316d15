import { GraphQLError } from 'graphql';
import type { Context } from '../context.js';

/** Throws FORBIDDEN unless the sender may read drafts. */
export function requireDrafts({ rights }: Context): void {
  if (!rights.mayReadDrafts) throw forbidden('Reading drafts');
}

/** Throws FORBIDDEN unless the sender may write. */
export function requireIngest({ rights }: Context): void {
  if (!rights.mayIngest) throw forbidden('Writing');
}

/** What a mutation asks of its sender. */
export type WriteScope = 'publish' | 'curate';

/** Throws FORBIDDEN unless the sender may do what a scope stands for. */
export function requireScope({ rights }: Context, scope: WriteScope): void {
  if (!rights.mayIngest) throw forbidden(SCOPES[scope]);
}

const SCOPES: Readonly<Record<WriteScope, string>> = { publish: 'Publishing', curate: 'Curating' };

function forbidden(what: string): GraphQLError {
  const message = `${what} needs a right that this request has not. Send the operator's token (BROADSHEET_TOKEN of the server) as 'Authorization: Bearer …'.`;
  return new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } });
}
