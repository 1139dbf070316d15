import { wordsOfLine } from '../leaf.js';
import type { MarkedConstruct } from './marked-place.js';

/** A field of front matter: `number: 7`. */
export const markedField: MarkedConstruct = ({ line, tree }) => {
  const { block } = line.line;
  if (block?.kind !== 'frontMatter') return false;
  tree.addFrontMatter({ type: 'frontMatter', ...wordsOfLine(line), key: block.key ?? '' });
  return true;
};
