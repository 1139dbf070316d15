import { diagnostic } from '../diagnostic-codes.js';
import type { Read } from '../reading.js';
import type { Diagnostic } from '../source.js';
import { lineOf, noWords, spanOf } from '../text/words.js';
import type { IssueNode, Leaf } from '../tree.js';
import { leavesOf, plainLeaves } from '../tree-walk.js';

const aboveHeadline: ReadonlySet<string> = new Set<Leaf['type']>(['blank', 'breadcrumb', 'dateLine', 'imageLine']);

/** The headline, the whole first line as printed. Where there is none the first line that is no breadcrumb, date or image stands in, with a diagnostic. */
export function readHeadline(tree: IssueNode, diagnostics: Diagnostic[]): Read<string> {
  const printed = plainLeaves(tree.children, 'title')[0];
  const first = printed ?? leavesOf(tree).find((leaf) => !aboveHeadline.has(leaf.type));
  const words = first === undefined ? noWords : lineOf(first);
  const title = { value: words.text, span: spanOf(words) };
  if (printed === undefined) {
    const message = 'The document does not begin with a headline; put one on its first line.';
    diagnostics.push(diagnostic('MISSING_TITLE', message, title.span));
  }
  return title;
}
