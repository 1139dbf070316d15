import type { ClassifiedLine } from '../classify.js';
import type { Layout } from '../layout.js';
import type { DiagnosticLog } from './diagnostic-log.js';
import type { TreeBuilder } from './tree-builder.js';

/** One line in its surroundings: all that a construct decides by. */
export interface Place {
  readonly line: ClassifiedLine;
  /** The line before that is not blank. */
  readonly previous: ClassifiedLine | undefined;
  /** The next lines that are not blank. */
  readonly next: ClassifiedLine | undefined;
  readonly afterNext: ClassifiedLine | undefined;
  readonly layout: Layout;
  /** Whether the words of this line come again below it, in whatever brackets or numbering. */
  readonly comesAgain: () => boolean;
  /** Whether a heading of the layout stands anywhere in the document. */
  readonly hasHeading: boolean;
  readonly tree: TreeBuilder;
  readonly log: DiagnosticLog;
}

/** Takes the line into the tree and answers true, or leaves all as it is and answers false. */
export type Construct = (place: Place) => boolean;
