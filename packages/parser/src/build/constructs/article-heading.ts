import type { ClassifiedLine } from '../../classify.js';
import type { ArticleHeadingRule } from '../../layout.js';
import { wordsOfLine } from '../leaf.js';
import type { Construct } from '../place.js';
import { isTitleLike } from '../title-like.js';

const longest = 200;

/**
 * A numbered heading inside an article; a numbered sentence is text.
 *
 * ```text
 * III. The New Rules
 * ^^^  ^^^^^^^^^^^^^
 * ```
 */
export const articleHeading: Construct = ({ line, layout, tree }) => {
  if (tree.item?.form !== 'article' || (line.kind !== 'text' && line.kind !== 'numbered')) return false;
  const found = isTitleLike(line.text, longest) ? findStyle(line, layout.articleHeadings) : null;
  if (found === null) return false;
  const content = { start: line.extent.start + found.labelLength, end: line.extent.end };
  tree.add({ type: 'articleHeading', ...wordsOfLine(line), content, label: found.label, level: found.level });
  tree.item.bodyLines++;
  return true;
};

function findStyle(line: ClassifiedLine, rules: readonly ArticleHeadingRule[]) {
  for (const [index, rule] of rules.entries()) {
    const match = rule.starts.exec(line.text);
    const label = match?.groups?.['label'];
    if (match !== null && label !== undefined) return { level: index + 1, label, labelLength: match[0].length };
  }
  return null;
}
