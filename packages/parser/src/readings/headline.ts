import { diagnostic } from '../diagnostic-codes.js';
import type { Read } from '../reading.js';
import type { Diagnostic } from '../source.js';
import { lineOf, noWords, spanOf } from '../text/words.js';
import { type IssueNode, isVisible, type Leaf } from '../tree.js';
import { leavesOf, plainLeaves } from '../tree-walk.js';
import { readField } from './front-matter.js';

const aboveHeadline: ReadonlySet<string> = new Set<Leaf['type']>(['breadcrumb', 'dateLine', 'imageLine']);

/**
 * The headline, the whole first line as printed, else the title of the front matter. Where there is none the first line that is no
 * breadcrumb, date or image stands in, with a diagnostic.
 */
export function readHeadline(tree: IssueNode, diagnostics: Diagnostic[]): Read<string> {
  const leaf = plainLeaves(tree.children, 'title')[0];
  const printed = leaf === undefined ? readField(tree, 'title') : lineOf(leaf);
  const first = leavesOf(tree).find((other) => isVisible(other) && !aboveHeadline.has(other.type));
  const words = printed ?? (first === undefined ? noWords : lineOf(first));
  const title = { value: words.text, span: spanOf(words) };
  if (printed === null) {
    const message = 'The document does not begin with a headline; put one on its first line.';
    diagnostics.push(diagnostic('MISSING_TITLE', message, title.span));
  }
  return title;
}
