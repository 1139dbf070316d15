import type { TreeNode } from './tree.js';
import { leavesOf } from './tree-walk.js';

/** The characters of a node as they stood in the document: `print(parse(s).tree) === s` for every string. */
export function print(node: TreeNode): string {
  return leavesOf(node)
    .map((leaf) => leaf.value)
    .join('');
}
