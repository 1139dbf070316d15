import { Lexer, type Source, TokenKind } from 'graphql';
import type { Limits } from './limits.js';
import { refuse } from './refusal.js';

const OPENING: readonly string[] = [TokenKind.PAREN_L, TokenKind.BRACKET_L, TokenKind.BRACE_L];
const CLOSING: readonly string[] = [TokenKind.PAREN_R, TokenKind.BRACKET_R, TokenKind.BRACE_R];

/**
 * Counts the tokens of a document and the levels of its brackets, before anything reads it that takes stack or memory by them.
 * Throws GateRefusal TOKEN_LIMIT and NESTING_LIMIT, and a GraphQLError for what is no token.
 */
export function measureText(source: Source, limits: Pick<Limits, 'tokens' | 'nesting'>): void {
  const lexer = new Lexer(source);
  let level = 0;
  for (let count = 1; lexer.advance().kind !== TokenKind.EOF; count++) {
    const { kind, start } = lexer.token;
    if (count > limits.tokens) {
      const message = `The document has more than ${limits.tokens} tokens. Ask for less at once, in several operations.`;
      refuse('TOKEN_LIMIT', message, { source, positions: [start], data: { limit: limits.tokens } });
    }
    if (OPENING.includes(kind)) level += 1;
    else if (CLOSING.includes(kind)) level -= 1;
    if (level > limits.nesting) {
      const message = `The document has brackets nested more than ${limits.nesting} levels deep. Flatten it.`;
      refuse('NESTING_LIMIT', message, { source, positions: [start], data: { limit: limits.nesting } });
    }
  }
}
