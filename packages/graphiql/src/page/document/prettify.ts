import { print, TokenKind } from 'graphql';
import { parseDocument } from './operations.js';

/**
 * The document in the printer's own layout. Comments before its first word stay; one with comments within is given back as it is, since the
 * printer would lose them. Undefined where it has a mistake.
 */
export function prettify(text: string): string | undefined {
  const document = parseDocument(text);
  if (document?.loc === undefined) return undefined;
  const first = firstWord(document.loc.startToken);
  for (let token = first; token; token = token.next) if (token.kind === TokenKind.COMMENT) return text;
  const comments = text.slice(0, first?.start ?? 0).trim();
  return `${comments === '' ? '' : `${comments}\n`}${print(document)}\n`;
}

interface Word {
  readonly kind: TokenKind;
  readonly start: number;
  readonly next: Word | null;
}

function firstWord(start: Word): Word | null {
  let token: Word | null = start;
  while (token && (token.kind === TokenKind.SOF || token.kind === TokenKind.COMMENT)) token = token.next;
  return token;
}
