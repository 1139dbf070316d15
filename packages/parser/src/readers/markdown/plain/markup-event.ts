import type { Token } from 'micromark-util-types';

/** What begins or ends at a place of a piece of Markdown; of micromark's tokens, what the way through them asks for. */
export interface MarkupToken {
  readonly type: Token['type'];
  /** In UTF-16 code units, from the piece's beginning. */
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}

/** A token that begins or ends. */
export type MarkupEvent = readonly [kind: 'enter' | 'exit', token: MarkupToken, ...more: unknown[]];
