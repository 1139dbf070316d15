import type { OperationPrice } from '@broadsheet/pothos-kysely';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import type { CoerceVariables } from './coerce-variables.js';

/** A document that may run as far as it alone tells: it is parsed, within the limits, and valid. */
export interface KnownDocument {
  readonly text: string;
  readonly document: DocumentNode;
  /** Whether it is one of the persisted documents. */
  readonly isTrusted: boolean;
  /** Operations that were called, by the name that they were called by: '' for the only one. */
  readonly operations: Map<string, KnownOperation>;
}

/** One operation of a known document. */
export interface KnownOperation {
  readonly known: KnownDocument;
  readonly node: OperationDefinitionNode;
  /** Under which it is called; undefined: it is the only one. */
  readonly name: string | undefined;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly price: OperationPrice;
  readonly coerce: CoerceVariables;
}
