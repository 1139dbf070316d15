import type { Leaf, PlainLeaf, PlainLeafType, TreeNode } from './tree.js';

/** All leaves below a node (or the node itself) in document order. Iterative: depth costs no call stack. */
export function leavesOf(node: TreeNode): Leaf[] {
  const leaves: Leaf[] = [];
  const open: TreeNode[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isLeaf(next)) leaves.push(next);
    else for (let at = next.children.length - 1; at >= 0; at--) pushDefined(open, next.children[at]);
  }
  return leaves;
}

/** Whether a node is a leaf, and so has a `value`. */
export function isLeaf(node: TreeNode): node is Leaf {
  return 'value' in node;
}

function pushDefined(list: TreeNode[], node: TreeNode | undefined): void {
  if (node !== undefined) list.push(node);
}

/** The plain leaves of one type among `nodes` themselves; what is below them is not looked at. */
export function plainLeaves(nodes: readonly TreeNode[], type: PlainLeafType): PlainLeaf[] {
  return nodes.filter((node): node is PlainLeaf => node.type === type);
}
