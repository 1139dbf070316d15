import { type DocumentNode, GraphQLError, parse, Source } from 'graphql';
import type { Limits } from './limits.js';
import { measureText } from './measure-text.js';
import { GateRefusal, refusal } from './refusal.js';

/** The document of a text. Throws GateRefusal TOKEN_LIMIT, NESTING_LIMIT, GRAPHQL_PARSE_FAILED. */
export function parseDocument(text: string, limits: Pick<Limits, 'tokens' | 'nesting'>): DocumentNode {
  const source = new Source(text);
  try {
    measureText(source, limits);
    return parse(source);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, positions = [] } = error;
    throw new GateRefusal([refusal('GRAPHQL_PARSE_FAILED', message, { source, positions })]);
  }
}
