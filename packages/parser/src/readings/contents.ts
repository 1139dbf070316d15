import type { ItemReading, SectionReading } from '../reading.js';
import { type Words, wordsOf } from '../text/words.js';
import type { IssueNode, ItemNode, SectionNode } from '../tree.js';
import { type ItemContext, type ItemPlace, readItem } from './item.js';
import { readSection } from './section.js';

/** All sections and all items of an issue, each in printed order. */
export interface ContentsReading {
  readonly sections: readonly SectionReading[];
  readonly items: readonly ItemReading[];
}

/** Reads sections and items from the top to the end. Iterative: depth costs no call stack. */
export function readContents(tree: IssueNode, context: ItemContext): ContentsReading {
  const sections: SectionReading[] = [];
  const items: ItemReading[] = [];
  const open = inside(tree, null);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, parent, heading, source } = next;
    if (node.type === 'item') items.push(readItem(node, { section: parent, heading, source }, context));
    else {
      open.push(...inside(node, sections.length));
      sections.push(readSection(node, parent, sections));
    }
  }
  return { sections, items };
}

interface OpenNode extends Omit<ItemPlace, 'section'> {
  readonly node: SectionNode | ItemNode;
  readonly parent: number | null;
}

/** The last first, so that the next to be read is at the end. */
function inside({ children }: IssueNode | SectionNode, parent: number | null): OpenNode[] {
  const nodes: OpenNode[] = [];
  let heading: Words | null = null;
  let source: Words | null = null;
  for (const node of children) {
    if (node.type === 'section' || node.type === 'item') nodes.push({ node, parent, heading, source });
    else if (node.type === 'heading') heading = wordsOf(node);
    else if (node.type === 'sourceLine') source = wordsOf(node);
  }
  return nodes.toReversed();
}
