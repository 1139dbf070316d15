import { plainLeaf } from '../leaf.js';
import type { MarkedConstruct } from './marked-place.js';

const longestLooked = 200;

/** A paragraph that is the same in every issue: `Write to us!` Nothing is read from it. */
export const standingLine: MarkedConstruct = ({ line, rules, tree }) => {
  if (line.line.block?.list !== undefined) return false;
  const text = line.text.slice(0, longestLooked);
  if (!rules.standing.some((pattern) => pattern.test(text))) return false;
  tree.closeItem();
  tree.add(plainLeaf('standingLine', line, line.extent));
  return true;
};
