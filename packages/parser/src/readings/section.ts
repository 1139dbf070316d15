import type { SectionReading } from '../reading.js';
import { spanOf, spanOfNode, wordsOf } from '../text/words.js';
import type { SectionNode } from '../tree.js';
import { plainLeaves } from '../tree-walk.js';
import { readIntroduction } from './introduction.js';

/** One heading with its place among those above it; `sections` holds those read before. */
export function readSection(
  node: SectionNode,
  parent: number | null,
  sections: readonly SectionReading[],
): SectionReading {
  const leaf = plainLeaves(node.children, 'heading')[0];
  const heading = leaf === undefined ? '' : wordsOf(leaf).text;
  const path = parent === null ? [] : (sections[parent]?.path ?? []);
  return {
    heading,
    isKnown: node.isKnown,
    path: [...path, heading],
    depth: path.length + 1,
    parent,
    introduction: readIntroduction(node),
    span: leaf === undefined ? spanOfNode(node) : spanOf(wordsOf(leaf)),
  };
}
