import type { ItemReading, SectionReading } from '../reading.js';
import type { IssueNode, ItemNode, SectionNode } from '../tree.js';
import type { EventContext } from './events.js';
import { readItem } from './item.js';
import { readSection } from './section.js';

/** All sections and all items of an issue, each in printed order. */
export interface ContentsReading {
  readonly sections: readonly SectionReading[];
  readonly items: readonly ItemReading[];
}

/** Reads sections and items from the top to the end. Iterative: depth costs no call stack. */
export function readContents(tree: IssueNode, context: EventContext): ContentsReading {
  const sections: SectionReading[] = [];
  const items: ItemReading[] = [];
  const open = inside(tree, null);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, parent } = next;
    if (node.type === 'item') items.push(readItem(node, parent, context));
    else {
      open.push(...inside(node, sections.length));
      sections.push(readSection(node, parent, sections));
    }
  }
  return { sections, items };
}

interface OpenNode {
  readonly node: SectionNode | ItemNode;
  readonly parent: number | null;
}

/** The last first, so that the next to be read is at the end. */
function inside({ children }: IssueNode | SectionNode, parent: number | null): OpenNode[] {
  const nodes = children.filter((child) => child.type === 'section' || child.type === 'item');
  return nodes.toReversed().map((node) => ({ node, parent }));
}
