import { type Words, wordsOf } from '../text/words.js';
import type { IssueNode } from '../tree.js';

/** The value of the first field of front matter that has one of these names; null without one. */
export function readField({ children }: IssueNode, ...keys: readonly string[]): Words | null {
  for (const child of children) if (child.type === 'frontMatter' && keys.includes(child.key)) return wordsOf(child);
  return null;
}
