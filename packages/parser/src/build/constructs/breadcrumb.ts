import { isFrontLine } from '../front-line.js';
import { plainLeaf } from '../leaf.js';
import type { Construct } from '../place.js';

/**
 * The way through a site to the page, above the headline.
 *
 * ```text
 * 首页 > 专题专栏 > 每周公告
 * ^^^^^^^^^^^^^^^^^
 * ```
 */
export const breadcrumb: Construct = ({ line, layout, tree }) => {
  if (!tree.isEmpty || tree.isBegun || !isFrontLine(line, layout.front?.breadcrumbs)) return false;
  tree.add(plainLeaf('breadcrumb', line));
  return true;
};
