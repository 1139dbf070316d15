import { createHash } from 'node:crypto';
import { BoundedTexts } from './bounded-texts.js';
import type { Mode } from './mode.js';
import type { OperationRequest } from './operation-request.js';
import { refuse } from './refusal.js';

const HASH = /^(?:sha256:)?([0-9a-f]{64})$/;

/** Texts that clients have sent with their hash, remembered for the next time: what is forgotten is sent once more. */
const REGISTERED = { entries: 1_000, characters: 2 * 1024 * 1024 } as const;

/**
 * Documents by the hash of their text: those that the operator trusts, and in the modes that run any document those that clients have sent
 * together with their hash.
 */
export class PersistedDocuments {
  private readonly trusted: ReadonlyMap<string, string>;
  private readonly registers: boolean;
  private readonly registered = new BoundedTexts<string>(REGISTERED);

  /** @param trusted texts by `sha256:<hex>` */
  constructor(trusted: ReadonlyMap<string, string>, mode: Mode) {
    this.trusted = trusted;
    this.registers = mode !== 'locked';
  }

  /** Whether a text is one of those that are trusted. */
  holds(text: string): boolean {
    return this.trusted.has(`sha256:${hexOf(text)}`);
  }

  /** The text that a request means. Throws GateRefusal PERSISTED_QUERY_NOT_FOUND, BAD_REQUEST for a hash that is not that of the text. */
  textOf({ query, documentId }: OperationRequest): string {
    if (documentId === undefined) return query ?? '';
    const hex = HASH.exec(documentId)?.[1];
    if (hex === undefined)
      return refuse('BAD_REQUEST', "The 'documentId' is no hash: write it as sha256:<64 hex digits>.");
    if (query === undefined) return this.trusted.get(`sha256:${hex}`) ?? this.registered.get(hex) ?? refuseUnknown();
    if (hexOf(query) !== hex) return refuse('BAD_REQUEST', "The hash is not that of 'query'. Send one of the two.");
    if (this.registers) this.registered.set(hex, query, query.length);
    return query;
  }
}

function hexOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function refuseUnknown(): never {
  const message = "No document of this hash is known here. Send its text as 'query', or ask the operator to add it.";
  return refuse('PERSISTED_QUERY_NOT_FOUND', message);
}
