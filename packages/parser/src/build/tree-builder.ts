import type { ClassifiedLine } from '../classify.js';
import type { HeadingRule } from '../layout.js';
import type {
  AsideLeaf,
  FrontMatterLeaf,
  IssueNode,
  ItemForm,
  ItemNode,
  Leaf,
  Position,
  SectionNode,
} from '../tree.js';
import { blankLeaf, positionOf, startOfDocument } from './leaf.js';

/** What only an item of a marked document has. */
export type MarkedItem = Pick<ItemNode, 'isTitledByHeading' | 'dates'>;

/** The item that lines are added to now, and what was seen of it so far. */
export interface OpenItem {
  readonly form: ItemForm;
  readonly number: number | null;
  readonly marked: MarkedItem;
  /** Text of a marked document outside of lists. */
  isProse: boolean;
  readonly children: Leaf[];
  /** A source or address line was seen: what follows is likely another item. */
  isClosed: boolean;
  hasByline: boolean;
  /** Lines of text seen below the title. */
  bodyLines: number;
  /** Number of the last line when that was one of a numbered list in the text. */
  listNumber: number | null;
}

/** A heading under which lines stand now. */
export interface OpenSection {
  /** Null for a heading that the layout does not know. */
  readonly rule: HeadingRule | null;
  readonly holds: ItemForm;
  readonly children: (SectionNode | ItemNode | Leaf)[];
  /** The printed number of the last item directly below. */
  lastNumber: number;
  hasItems: boolean;
}

const aboveHeadline: ReadonlySet<string> = new Set<Leaf['type']>(['breadcrumb', 'dateLine', 'imageLine']);

/** Grows the tree from the first line to the last: leaves go to the innermost thing that is open. */
export class TreeBuilder {
  readonly #issue: (SectionNode | ItemNode | Leaf)[] = [];
  readonly #sections: OpenSection[] = [];
  #item: OpenItem | null = null;
  #waiting: (AsideLeaf | ClassifiedLine[])[] = [];
  #count = 0;
  #lastType: Leaf['type'] | null = null;
  #headline: ClassifiedLine | null = null;

  /** Whether the front matter names the issue. */
  hasTitle = false;

  /** Whether no line has been added but blank ones, asides, front matter, and those that may stand above a headline. */
  get isEmpty(): boolean {
    return this.#count === 0;
  }

  /** Whether an item or a heading was opened: the front of the document is over. */
  get isBegun(): boolean {
    return this.#item !== null || this.#sections.length > 0;
  }

  /** What the last line that is not blank was taken for. */
  get lastType(): Leaf['type'] | null {
    return this.#lastType;
  }

  /** Whether an item stands directly below the innermost heading. */
  get hasItems(): boolean {
    return this.#item !== null || this.#sections.at(-1)?.hasItems === true;
  }

  get headline(): ClassifiedLine | null {
    return this.#headline;
  }

  get item(): OpenItem | null {
    return this.#item;
  }

  /** From the top down to the innermost. */
  get sections(): readonly OpenSection[] {
    return this.#sections;
  }

  /** What the innermost section holds; null before the first heading. */
  get form(): ItemForm | null {
    return this.#sections.at(-1)?.holds ?? null;
  }

  /** Blank lines wait, so that those before a new item or heading stay outside of the old one. */
  addBlank(line: ClassifiedLine): void {
    const last = this.#waiting.at(-1);
    if (Array.isArray(last)) last.push(line);
    else this.#waiting.push([line]);
  }

  /** Asides wait as blank lines do. */
  addAside(leaf: AsideLeaf): void {
    this.#waiting.push(leaf);
  }

  /** Takes a field that stands before the issue's first line. */
  addFrontMatter(leaf: FrontMatterLeaf): void {
    this.add(leaf);
    this.#count--;
    this.hasTitle = this.hasTitle || leaf.key === 'title';
  }

  add(leaf: Leaf): void {
    this.#flushWaiting();
    this.#innermost().push(leaf);
    this.#lastType = leaf.type;
    if (!aboveHeadline.has(leaf.type)) this.#count++;
  }

  /** Adds the headline, and keeps what other lines are held against. */
  addHeadline(leaf: Leaf, line: ClassifiedLine): void {
    this.add(leaf);
    this.#headline = line;
  }

  /** Opens a section at `depth` (from 1) below the open ones above it; closes the others. */
  openSection(depth: number, rule: HeadingRule | null, holds: ItemForm): void {
    this.#closeItem();
    while (this.#sections.length >= depth) this.#closeSection();
    this.#flushWaiting();
    this.#sections.push({ rule, holds, children: [], lastNumber: 0, hasItems: false });
  }

  openItem(form: ItemForm, number: number | null, marked: MarkedItem = {}): OpenItem {
    this.#closeItem();
    this.#flushWaiting();
    const section = this.#sections.at(-1);
    if (section !== undefined) {
      section.hasItems = true;
      section.lastNumber = number ?? section.lastNumber;
    }
    this.#item = {
      form,
      number,
      marked,
      isProse: false,
      children: [],
      isClosed: false,
      hasByline: false,
      bodyLines: 0,
      listNumber: null,
    };
    return this.#item;
  }

  /** Ends the open item, so that what comes next stands outside of it. */
  closeItem(): void {
    this.#closeItem();
  }

  /** Closes all that is open and gives the root. */
  finish(): IssueNode {
    this.#closeItem();
    while (this.#sections.length > 0) this.#closeSection();
    this.#flushWaiting();
    return { type: 'issue', position: positionOf(this.#issue) ?? startOfDocument, children: this.#issue };
  }

  #flushWaiting(): void {
    for (const waiting of this.#waiting) this.#innermost().push(Array.isArray(waiting) ? blankLeaf(waiting) : waiting);
    this.#waiting = [];
  }

  #innermost(): { push(leaf: Leaf): number } {
    return this.#item?.children ?? this.#sectionChildren();
  }

  #sectionChildren(): (SectionNode | ItemNode | Leaf)[] {
    return this.#sections.at(-1)?.children ?? this.#issue;
  }

  #closeItem(): void {
    const item = this.#item;
    this.#item = null;
    const position = item === null ? null : positionOf(item.children);
    if (item === null || position === null) return;
    this.#sectionChildren().push({ type: 'item', form: item.form, ...item.marked, position, children: item.children });
  }

  #closeSection(): void {
    const depth = this.#sections.length;
    const section = this.#sections.pop();
    const position: Position | null = section === undefined ? null : positionOf(section.children);
    if (section === undefined || position === null) return;
    this.#sectionChildren().push({
      type: 'section',
      depth,
      isKnown: section.rule !== null && section.rule.isOnce !== true,
      position,
      children: section.children,
    });
  }
}
