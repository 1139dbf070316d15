import type { DocumentNode } from 'graphql';
import type { CompiledVariant } from './compile-query.js';
import { Lru } from './lru.js';
import { type OperationParts, operationParts } from './operation-parts.js';

/** What is remembered of one operation. */
export interface KnownOperation {
  /** Undefined where the document has no such operation, or several to choose from. */
  readonly parts: OperationParts | undefined;
  readonly variants: Lru<string, CompiledVariant>;
}

/**
 * Compiled operations: documents by identity, then operations by name, then variants by signature. Each level is
 * bounded; what was longest unused is forgotten. A text that is parsed anew is a new document: keep the parsed one.
 */
export class KnownOperations {
  private readonly documents: Lru<DocumentNode, Map<string, KnownOperation>>;
  private readonly maxVariants: number;

  constructor(maxDocuments: number, maxVariants: number) {
    this.documents = new Lru(maxDocuments);
    this.maxVariants = maxVariants;
  }

  /** The operation of that name, or the only one where no name is given. */
  get(document: DocumentNode, name: string | null | undefined): KnownOperation {
    const operations = this.documents.getOrMake(document, () => new Map());
    const known = operations.get(name ?? '') ?? {
      parts: operationParts(document, name),
      variants: new Lru(this.maxVariants),
    };
    // A name that the document does not have is not kept: names come from clients, and documents stay.
    if (known.parts) operations.set(name ?? '', known);
    return known;
  }
}
