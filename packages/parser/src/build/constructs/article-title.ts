import { wordsOfLine } from '../leaf.js';
import type { Construct, Place } from '../place.js';
import { isTitleLike } from '../title-like.js';

/**
 * The title of an article: the first line of its section, or one with a byline or keyword line below it.
 *
 * ```text
 * Tides and Tariffs
 * ^^^^^^^^^^^^^^^^^
 * By Ada Quill (Quill Chambers)
 * ```
 */
export const articleTitle: Construct = (place) => {
  const { line, tree } = place;
  if (tree.form !== 'article' || !isArticleTitle(place)) return false;
  tree.openItem('article', line.number);
  tree.add({ type: 'itemTitle', ...wordsOfLine(line), number: line.number });
  return true;
};

function isArticleTitle({ line, next, tree }: Place): boolean {
  if (line.kind !== 'text' && line.kind !== 'numbered') return false;
  if (tree.item === null) return true;
  if (next?.kind === 'keyword') return line.kind === 'numbered' || isTitleLike(line.text);
  if (next?.kind === 'byline') return tree.item.hasByline || tree.item.isClosed;
  return tree.item.isClosed && isTitleLike(line.text);
}
