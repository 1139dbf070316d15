import { isAstNode, printDocument } from './print-document.js';
import type { DocumentMeta, TypedDocument } from './typed-document.js';

/** An operation as it is sent. */
export interface Operation extends DocumentMeta {
  readonly text: string;
  readonly isQuery: boolean;
  readonly idempotent: boolean;
}

const known = new WeakMap<object, Operation>();

/** What is sent for a document. It is looked at once. */
export function operationOf(document: TypedDocument<unknown, never>): Operation {
  // A plain text is no object, and cannot be remembered by identity.
  if (typeof document !== 'object') return read(document);
  const found = known.get(document) ?? read(document);
  known.set(document, found);
  return found;
}

function read(document: TypedDocument<unknown, never>): Operation {
  const text = isAstNode(document) ? printDocument(document) : String(document);
  const { hash, idempotent = false } = metaOf(document);
  const asks = isQuery(text);
  return { text, isQuery: asks, idempotent: asks || idempotent, ...(typeof hash === 'string' ? { hash } : {}) };
}

function metaOf(document: TypedDocument<unknown, never>): DocumentMeta {
  if (typeof document !== 'object' || !('__meta__' in document)) return {};
  const meta = document.__meta__;
  return typeof meta === 'object' && meta !== null ? meta : {};
}

/**
 * Whether a text holds queries alone: neither `mutation` nor `subscription` stands outside of braces, strings and comments. A query of such
 * a name is taken for none, which only means that it is not sent again by itself.
 */
export function isQuery(text: string): boolean {
  const bare = text.replace(/"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#[^\n\r]*/g, ' ');
  let depth = 0;
  let outside = '';
  for (const character of bare) {
    if (character === '{') depth += 1;
    if (depth === 0) outside += character;
    if (character === '}') depth -= 1;
  }
  return !/\b(?:mutation|subscription)\b/.test(outside);
}
