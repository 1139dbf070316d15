import { type IssueNode, isLeaf, type Leaf, type TreeNode } from '@broadsheet/parser';
import { clip } from '../text/clip.js';
import type { Sheet } from '../text/table.js';
import { visible } from '../text/visible.js';
import { widthOf } from './width.js';

/** What each line was taken for, indented as the tree is: a section's heading stands above what is under it, and so does an item's title. */
export function treeReport(tree: IssueNode, sheet: Sheet): string[] {
  const lines: string[] = [];
  const open: { readonly node: TreeNode; readonly depth: number; readonly isFirst: boolean }[] = [
    { node: tree, depth: -1, isFirst: false },
  ];
  // Iterative: documents may nest deeper than the call stack.
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth, isFirst } = next;
    if (isLeaf(node)) {
      if (node.type !== 'blank' && node.type !== 'markup') lines.push(lineOf(node, isFirst ? depth - 1 : depth, sheet));
      continue;
    }
    const named = node.type === 'issue' ? -1 : node.children.findIndex(({ type }) => type !== 'blank');
    const children = node.children.map((child, index) => ({ node: child, depth: depth + 1, isFirst: index === named }));
    open.push(...children.reverse());
  }
  return lines;
}

/** Columns before the text: line number, type. */
const HEAD = 5 + 2 + 16 + 2;
/** Deeper than this nothing would be left of the text. */
const DEEPEST = 12;

function lineOf(leaf: Leaf, depth: number, sheet: Sheet): string {
  const { bold, dim } = sheet.colors;
  const guides = '│ '.repeat(Math.min(Math.max(depth, 0), DEEPEST));
  const text = clip(visible(oneLine(leaf.value)), widthOf(sheet) - HEAD - guides.length);
  const names = leaf.type === 'heading' || leaf.type === 'title' || leaf.type === 'itemTitle';
  const number = String(leaf.position.start.line).padStart(5);
  return `${dim(number)}  ${kindOf(leaf, sheet)}  ${dim(guides)}${names ? bold(text) : text}`;
}

/** In markup a line of the layout may go over several. */
function oneLine(value: string): string {
  const lines = value.split(/\r|\n/).map((line) => line.trim());
  return lines.filter((line) => line !== '').join(' ');
}

function kindOf({ type }: Leaf, { colors }: Sheet): string {
  const kind = type.padEnd(16);
  if (type === 'raw') return colors.red(kind);
  return type === 'paragraph' ? colors.dim(kind) : colors.cyan(kind);
}
