import type { Diagnostic } from './source.js';

/** Diagnostics in the order of the document, those about the whole first. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1));
}
