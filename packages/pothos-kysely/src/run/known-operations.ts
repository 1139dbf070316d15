import type { DocumentNode, GraphQLSchema } from 'graphql';
import { fixedSkeleton } from '../arguments/skeleton.js';
import type { CompiledVariant } from './compile-query.js';
import { mayEnter } from './entrances.js';
import { Lru } from './lru.js';
import { type OperationParts, operationParts } from './operation-parts.js';

/** What is remembered of one operation for as long as its document is. */
export interface KnownOperation {
  /** No other operation has this number. */
  readonly number: number;
  /** Undefined where the document has no such operation, or several to choose from. */
  readonly parts: OperationParts | undefined;
  /** Whether a field at its root may enter a scope or look ids up, so that a call has to be asked for it. */
  readonly mayEnter: boolean;
  /** The shape of its variables, where every call has the same. */
  readonly skeleton: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Operations by document and name, and their compiled variants by signature. An operation is remembered with its document, by identity: who keeps
 * parsed documents bounds how many there are. Variants are bounded by what they hold, all together; what was longest unused is forgotten.
 */
export class KnownOperations {
  private readonly documents = new WeakMap<DocumentNode, Map<string, KnownOperation>>();
  private readonly variants: Lru<string, CompiledVariant>;
  private readonly schema: GraphQLSchema;
  private count = 0;

  /** @param maxBytes of all compiled variants together */
  constructor(schema: GraphQLSchema, maxBytes: number) {
    this.schema = schema;
    this.variants = new Lru(maxBytes, bytesOf);
  }

  /** The operation of that name, or the only one where no name is given. */
  get(document: DocumentNode, name: string | null | undefined): KnownOperation {
    const operations = this.documents.get(document) ?? new Map<string, KnownOperation>();
    this.documents.set(document, operations);
    const known = operations.get(name ?? '');
    if (known) return known;
    this.count += 1;
    const parts = operationParts(document, name);
    const made = {
      number: this.count,
      parts,
      mayEnter: parts !== undefined && mayEnter(this.schema, parts),
      skeleton: parts && fixedSkeleton(this.schema, parts.operation, parts.conditions),
    };
    // A name that the document does not have is not kept: names come from clients, and documents stay.
    if (made.parts) operations.set(name ?? '', made);
    return made;
  }

  /** The variant of an operation with that signature, compiled where it is not remembered. */
  variant({ number }: KnownOperation, signature: string, compile: () => CompiledVariant): CompiledVariant {
    return this.variants.getOrMake(`${number} ${signature}`, compile);
  }
}

/** About so much memory: the text of the statement and its key, and what is kept for each parameter and check. */
function bytesOf({ statement, checks }: CompiledVariant, key: string): number {
  const parts = (statement?.parameters.length ?? 0) + checks.length;
  return 1_000 + key.length + (statement?.sql.length ?? 0) + 300 * parts;
}
