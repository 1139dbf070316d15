import type { Rendered } from '../reading.js';
import { render } from '../text/render.js';
import type { IssueNode, SectionNode } from '../tree.js';
import { paragraphBlock } from './body.js';

/** What stands directly under a heading, or before the first, and is no item; null where there is nothing. */
export function readIntroduction({ children }: IssueNode | SectionNode): Rendered | null {
  const paragraphs = children.flatMap((child) => (child.type === 'paragraph' ? [paragraphBlock(child)] : []));
  return paragraphs.length === 0 ? null : render(paragraphs);
}
