import type { TokenScope, TokenState } from '@broadsheet/store';
import { GraphQLError } from 'graphql';
import type { Context } from '../context.js';
import type { Rights } from '../http/rights.js';

/** What each scope is needed for, as the beginning of a sentence, and the right that it gives. */
const SCOPES = {
  ingest: { deed: 'Ingesting documents and adding publications', right: 'mayIngest' },
  publish: { deed: 'Publishing and withdrawing', right: 'mayPublish' },
  curate: { deed: 'Curating', right: 'mayCurate' },
  'read-drafts': { deed: 'Reading drafts', right: 'mayReadDrafts' },
} as const satisfies Readonly<Record<TokenScope, { readonly deed: string; readonly right: keyof Rights }>>;

/** Throws FORBIDDEN, with the scope that is needed in `extensions.scope`, unless the sender has it. */
export function requireScope({ rights }: Pick<Context, 'rights'>, scope: TokenScope): void {
  const { deed, right } = SCOPES[scope];
  if (rights[right]) return;
  const message = `${deed} needs the scope '${scope}', which this request has not. Send a token that has it as 'Authorization: Bearer …': the operator makes one with 'broadsheet token create --scope ${scope}'.`;
  throw new GraphQLError(message, { extensions: { code: 'FORBIDDEN', scope } });
}

/** Why a token is refused. */
export type Refusal = Exclude<TokenState, 'VALID'> | 'UNKNOWN';

const REFUSALS: Readonly<Record<Refusal, string>> = {
  UNKNOWN:
    "The token in 'Authorization' is not known here. Send one that is, as 'Bearer …', or none to read what is public.",
  EXPIRED:
    "The token in 'Authorization' has expired. Ask the operator for a new one, or send none to read what is public.",
  REVOKED:
    "The token in 'Authorization' was revoked. Ask the operator for a new one, or send none to read what is public.",
};

/** UNAUTHENTICATED, answered as HTTP 401, with the reason in `extensions.reason`. */
export function unauthenticated(reason: Refusal): GraphQLError {
  const http = { status: 401, headers: { 'www-authenticate': 'Bearer' } };
  return new GraphQLError(REFUSALS[reason], { extensions: { code: 'UNAUTHENTICATED', reason, http } });
}
