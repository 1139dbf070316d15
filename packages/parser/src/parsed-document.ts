import type { Coverage, Diagnostic } from './source.js';
import type { IssueNode } from './tree.js';

/** A document as a tree, with the layout that explains it. Plain JSON. */
export interface ParsedDocument {
  readonly tree: IssueNode;
  /** Name of the layout that was named, or that explained the most lines. */
  readonly layout: string;
  /** Its version when this was parsed. */
  readonly layoutVersion: number;
  readonly coverage: Coverage;
  /** In the order of the document, those about the whole first. */
  readonly diagnostics: readonly Diagnostic[];
}
