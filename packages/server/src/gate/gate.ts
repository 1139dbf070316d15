import type { GraphQLSchema } from 'graphql';
import { type Admitted, admitCall, type Call, mayRun, refuseUntrusted } from './admit.js';
import { BoundedTexts } from './bounded-texts.js';
import { findOperation } from './find-operation.js';
import type { KnownDocument, KnownOperation } from './known-document.js';
import type { Limits } from './limits.js';
import type { Mode } from './mode.js';
import type { OperationRequest } from './operation-request.js';
import { parseDocument } from './parse-document.js';
import { PersistedDocuments } from './persisted-documents.js';
import { validateDocument } from './validate-document.js';

/** What a gate is made from. */
export interface GateOptions {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly mode: Mode;
  /** Texts of the persisted documents by `sha256:<hex>`. */
  readonly documents: ReadonlyMap<string, string>;
  /** Told once of each document that `locked` would refuse, in the mode `development`. */
  readonly onUntrusted?: (text: string) => void;
}

/**
 * What every path to execution goes through, in this order: `textOf`, `document` and `operation`, whose answers depend on the document
 * alone and are remembered, then `admit` for each call. Each throws GateRefusal.
 */
export interface Gate {
  readonly limits: Limits;
  readonly mode: Mode;
  /** The text that a request means. */
  textOf(request: OperationRequest): string;
  /** The document of a text: parsed, within the limits, valid. Where documents have to be trusted, one that is not is not even parsed. */
  document(text: string, actor: string): KnownDocument;
  /** The document of a text, if it is remembered. */
  remembered(text: string): KnownDocument | undefined;
  /** The operation of that name, or the only one. */
  operation(known: KnownDocument, name: string | undefined): KnownOperation;
  /** Lets one call through: method, mode, variables, price. */
  admit(operation: KnownOperation, call: Call): Admitted;
}

/** Documents that are remembered; beside them those that are trusted, which stay. */
const REMEMBERED = { entries: 500, characters: 2 * 1024 * 1024 } as const;

/** The gate of a schema. */
export function createGate({ schema, limits, mode, documents, onUntrusted }: GateOptions): Gate {
  const persisted = new PersistedDocuments(documents, mode);
  const trusted = new Map<string, KnownDocument>();
  const others = new BoundedTexts<KnownDocument>(REMEMBERED);

  const remembered = (text: string): KnownDocument | undefined => trusted.get(text) ?? others.get(text);

  const learn = (text: string): KnownDocument => {
    const document = parseDocument(text, limits);
    validateDocument(schema, document, limits);
    const known: KnownDocument = { text, document, isTrusted: persisted.holds(text), operations: new Map() };
    if (known.isTrusted) trusted.set(text, known);
    else others.set(text, known, text.length);
    if (mode === 'development' && !known.isTrusted) onUntrusted?.(text);
    return known;
  };

  return {
    limits,
    mode,
    textOf: (request) => persisted.textOf(request),
    document: (text, actor) => {
      const known = remembered(text);
      if (known !== undefined) return known;
      // What is wrong with a document would tell of the schema.
      if (!mayRun(mode, actor) && !persisted.holds(text)) refuseUntrusted();
      return learn(text);
    },
    remembered,
    operation: (known, name) => findOperation(schema, known, name),
    admit: (operation, call) => admitCall({ limits, mode }, operation, call),
  };
}
