import type { TokenScope } from '@broadsheet/store';
import { GraphQLError } from 'graphql';
import type { Context } from '../context.js';
import { RIGHT_OF } from '../http/rights.js';

/** What each scope is needed for, as the beginning of a sentence. */
const DEEDS: Readonly<Record<TokenScope, string>> = {
  ingest: 'Ingesting documents and adding publications',
  publish: 'Publishing and withdrawing',
  curate: 'Curating',
  'read-drafts': 'Reading drafts',
};

/** Throws FORBIDDEN, with the scope that is needed in `extensions.scope`, unless the sender has it. */
export function requireScope({ rights }: Pick<Context, 'rights'>, scope: TokenScope): void {
  if (rights[RIGHT_OF[scope]]) return;
  const message = `${DEEDS[scope]} needs the scope '${scope}', which this request has not. Send a token that has it as 'Authorization: Bearer …': the operator makes one with 'broadsheet token create --scope ${scope}'.`;
  throw new GraphQLError(message, { extensions: { code: 'FORBIDDEN', scope } });
}
