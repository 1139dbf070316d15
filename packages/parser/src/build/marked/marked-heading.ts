import type { HeadingRule } from '../../layout.js';
import { plainLeaf } from '../leaf.js';
import type { MarkedConstruct } from './marked-place.js';

/**
 * A heading. Its depth counts the headings above it that are printed at a lower level, so a level that is left out makes no hole.
 *
 * ```text
 * ## Quays        depth 1
 * #### Ferries    depth 2
 * ### Tenders     depth 2
 * # Tides         depth 1
 * ```
 */
export const markedHeading: MarkedConstruct = ({ line, rules, levels, tree }) => {
  const { block } = line.line;
  if (block?.kind !== 'heading' || block.list !== undefined || block.quotes !== undefined) return false;
  const level = block.level ?? 1;
  while ((levels.at(-1) ?? 0) >= level) levels.pop();
  levels.push(level);
  const rule: HeadingRule | null = line.topHeading;
  tree.openSection(levels.length, rule, (rule ?? rules.otherwise).holds);
  tree.add(plainLeaf('heading', line, rule === null ? line.extent : line.heading.extent));
  return true;
};
