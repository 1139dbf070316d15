import type { ClassifiedLine } from '../../classify.js';
import type { HeadingRule, Layout, MarkedRules } from '../../layout.js';
import type { DiagnosticLog } from '../diagnostic-log.js';
import type { TreeBuilder } from '../tree-builder.js';

/** One block of a marked document in its surroundings. */
export interface MarkedPlace {
  readonly line: ClassifiedLine;
  /** The block with words before it. */
  readonly previous: ClassifiedLine | undefined;
  readonly layout: Layout;
  readonly rules: MarkedRules;
  /** Whether the document is of this layout. */
  readonly isKnown: boolean;
  /** Printed levels of the headings that are open, from the top down. */
  readonly levels: number[];
  readonly tree: TreeBuilder;
  readonly log: DiagnosticLog;
}

/** Takes the block into the tree and answers true, or leaves all as it is and answers false. */
export type MarkedConstruct = (place: MarkedPlace) => boolean;

/** What stands below the innermost open heading; null before the first. */
export function ruleOf({ tree, rules }: MarkedPlace): Pick<HeadingRule, 'holds' | 'prose' | 'dates'> | null {
  const section = tree.sections.at(-1);
  return section === undefined ? null : (section.rule ?? rules.otherwise);
}
