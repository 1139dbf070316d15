import type { ClassifiedLine } from '../../classify.js';
import type { Layout, MarkedRules } from '../../layout.js';
import { leavesOf } from '../../tree-walk.js';
import { asideTypeOf, type BuiltTree } from '../build-tree.js';
import { coverageOf } from '../coverage.js';
import { DiagnosticLog } from '../diagnostic-log.js';
import { asideLeaf } from '../leaf.js';
import { TreeBuilder } from '../tree-builder.js';
import { isRecognised, noteNotRecognised } from './is-recognised.js';
import { listItem } from './list-item.js';
import { markedField } from './marked-field.js';
import { markedHeading } from './marked-heading.js';
import type { MarkedConstruct } from './marked-place.js';
import { prose } from './prose.js';
import { quotation } from './quotation.js';
import { signature } from './signature.js';
import { sourceLabel } from './source-label.js';
import { standingLine } from './standing-line.js';
import { tagTurn } from './tag-turn.js';
import { unread } from './unread.js';

/** In this order each block is offered; the last takes whatever is left. */
const constructs: readonly MarkedConstruct[] = [
  markedField,
  unread,
  tagTurn,
  markedHeading,
  standingLine,
  listItem,
  signature,
  quotation,
  sourceLabel,
  prose,
];

/**
 * Makes one tree of the blocks of a marked document, by what the markup says of each: headings open sections, the items of
 * outermost lists are items. A document that the layout does not know stays unread.
 */
export function buildMarkedTree(lines: readonly ClassifiedLine[], layout: Layout, rules: MarkedRules): BuiltTree {
  const tree = new TreeBuilder();
  const log = new DiagnosticLog();
  const isKnown = isRecognised(lines, rules);
  if (!isKnown) noteNotRecognised(log, layout);
  const levels: number[] = [];
  let previous: ClassifiedLine | undefined;
  for (const line of lines) {
    const aside = asideTypeOf(line);
    if (aside !== null) tree.addAside(asideLeaf(aside, line));
    else if (line.text === '') tree.addBlank(line);
    else {
      const place = { line, previous, layout, rules, isKnown, levels, tree, log };
      for (const construct of constructs) if (construct(place)) break;
      previous = line;
    }
  }
  const issue = tree.finish();
  return { tree: issue, coverage: coverageOf(leavesOf(issue)), diagnostics: log.finish() };
}
