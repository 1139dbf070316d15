import { plainLeaf } from '../leaf.js';
import type { Construct } from '../place.js';

/** A date alone on its line before the first heading: `2024-03-05 09:00`. */
export const dateLine: Construct = ({ line, tree }) => {
  if (line.kind !== 'date' || tree.form !== null || tree.item !== null) return false;
  tree.add(plainLeaf('dateLine', line));
  return true;
};
