import { rawLeaf } from '../leaf.js';
import type { MarkedConstruct } from './marked-place.js';

/** All of a document that is of another layout. */
export const unread: MarkedConstruct = ({ line, previous, isKnown, tree, log }) => {
  if (isKnown) return false;
  log.noteRaw('UNREAD_LINES', 'The document is of another layout; these lines are kept, and not read.', line, previous);
  tree.add(rawLeaf(line));
  return true;
};
