import { plainLeaf } from '../leaf.js';
import type { Construct } from '../place.js';

/**
 * Text: of the item above it, else of the section, else of the introduction. In a document without a heading
 * nothing says what a line outside of an item is, and it is left to be raw.
 */
export const paragraph: Construct = ({ line, tree, hasHeading }) => {
  const item = tree.item;
  if (item === null && (isStray(line.kind) || (tree.form === null && !hasHeading))) return false;
  if (item !== null) {
    item.bodyLines++;
    item.listNumber = line.kind === 'numbered' ? line.number : null;
  }
  tree.add(plainLeaf('paragraph', line, line.extent));
  return true;
};

function isStray(kind: string): boolean {
  return kind === 'keyword' || kind === 'source' || kind === 'continued' || kind === 'toBeContinued';
}
