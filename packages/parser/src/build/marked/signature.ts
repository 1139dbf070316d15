import { plainLeaf } from '../leaf.js';
import type { MarkedConstruct, MarkedPlace } from './marked-place.js';

const longest = 120;

/**
 * Who said or wrote what stands above.
 *
 * ```text
 * > The tide waits.
 *
 * – Ada Quill on the harbour log
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export const signature: MarkedConstruct = (place) => {
  const { line, tree } = place;
  const { item } = tree;
  if (item?.form !== 'quote') return false;
  if (line.kind !== 'byline' && !signsQuote(place)) return false;
  item.hasByline = true;
  tree.add(plainLeaf('byline', line));
  return true;
};

/** Below a quote the dash may be left out: 'Ada Quill on the harbour log'. */
function signsQuote({ line, rules, tree: { item } }: MarkedPlace): boolean {
  const { block } = line.line;
  if (item?.form !== 'quote' || item.hasByline || block?.quotes !== undefined || block?.list !== undefined)
    return false;
  if (line.text.length > longest) return false;
  return (rules.signatures ?? []).some((form) => form.exec(line.text)?.groups?.['affiliation'] !== undefined);
}
