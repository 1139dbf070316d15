import type { DateForm } from './layout.js';
import type { BlockMarkup, Inline } from './markup.js';

/** Half-open range of a text in UTF-16 code units. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A place between two code units: `line` and `column` count from 1, `offset` from 0. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** From the first code unit of a node to the place after its last; a leaf's line ending is inside. */
export interface Position {
  readonly start: Point;
  readonly end: Point;
}

/** What every leaf has: the document's characters, exactly, the line ending included. */
export interface LeafBase {
  readonly value: string;
  readonly position: Position;
  /** What a reader sees of `value`. Absent in plain text, where that is `value` itself. */
  readonly inline?: Inline;
  /** What the markup says of it. Absent in plain text. */
  readonly block?: BlockMarkup;
}

/**
 * A leaf with the words that count in it: no label, number, bracket, line ending or blank at either side.
 *
 * ```text
 * [Keywords: Harbour, Tides]
 *            ^^^^^^^^^^^^^^
 * ```
 */
export interface WordsLeaf extends LeafBase {
  /** Where those words stand in the readable text of the leaf: `inline.text`, in plain text `value`. */
  readonly content: Extent;
}

/** Leaves that are told apart by their type alone. */
export type PlainLeafType =
  | 'title'
  | 'dateLine'
  | 'breadcrumb'
  | 'nameplateLine'
  | 'publisherLine'
  | 'imageLine'
  | 'contentsHeading'
  | 'contentsLine'
  | 'heading'
  | 'keywordLine'
  | 'sourceLine'
  | 'linkLine'
  | 'byline'
  | 'questionMark'
  | 'answerMark'
  | 'answerLink'
  | 'standingLine'
  | 'paragraph';

/** One line that means what its type says. A mark's content is what stands after it on its line, often nothing. */
export interface PlainLeaf extends WordsLeaf {
  readonly type: PlainLeafType;
}

/** The line that names an item: `itemTitle` of a brief or an article, `leadSentence` of an interview. */
export interface TitleLeaf extends WordsLeaf {
  readonly type: 'itemTitle' | 'leadSentence';
  /** The printed number; null where none is printed. */
  readonly number: number | null;
  /** Where the item's text stands in the same leaf: behind the title, or with it where its sentence goes on. */
  readonly text?: Extent;
}

/** A heading inside an article: `III. The New Rules`. */
export interface ArticleHeadingLeaf extends WordsLeaf {
  readonly type: 'articleHeading';
  /** `III` */
  readonly label: string;
  /** Rank of its style in the layout, from 1; a reading makes depths of the ranks that occur. */
  readonly level: number;
}

/** `[Continued from the Previous Issue]` or `[To be Continued]`. */
export interface ContinuationMarkLeaf extends WordsLeaf {
  readonly type: 'continuationMark';
  readonly mark: 'continued' | 'toBeContinued';
}

/** One or more lines without a visible character. */
export interface BlankLeaf extends LeafBase {
  readonly type: 'blank';
}

/** A line that the layout does not explain; a diagnostic stands for it. */
export interface RawLeaf extends LeafBase {
  readonly type: 'raw';
}

/** One field of the front matter: `title: Harbour opens late`. Its content is the value, without quotes. */
export interface FrontMatterLeaf extends WordsLeaf {
  readonly type: 'frontMatter';
  /** `title`, in lower case. */
  readonly key: string;
}

/** Leaves of markup that hold no words of the issue. */
export type AsideLeafType = 'comment' | 'definition' | 'template' | 'markup' | 'outside';

/**
 * What markup needs and a reader does not see: a comment, the definition of a link, a tag of a template language, tags
 * and rules between blocks (`markup`), and what stands around the issue on a saved page (`outside`).
 */
export interface AsideLeaf extends LeafBase {
  readonly type: AsideLeafType;
}

/** Any node without children. */
export type Leaf =
  | PlainLeaf
  | TitleLeaf
  | ArticleHeadingLeaf
  | ContinuationMarkLeaf
  | FrontMatterLeaf
  | BlankLeaf
  | AsideLeaf
  | RawLeaf;

/** What an item is built as; a section says which form it holds. */
export type ItemForm = 'brief' | 'interview' | 'article' | 'link' | 'quote';

/** One item, from its title line to its last line. */
export interface ItemNode {
  readonly type: 'item';
  readonly form: ItemForm;
  /** Its title is the heading of its section. */
  readonly isTitledByHeading?: boolean;
  /** How it tells its dates, where not in sentences. */
  readonly dates?: DateForm;
  readonly position: Position;
  readonly children: readonly Leaf[];
}

/** A heading with all that stands under it, deeper sections among it. */
export interface SectionNode {
  readonly type: 'section';
  /** From 1, at the top. */
  readonly depth: number;
  /** Whether the layout has this heading. */
  readonly isKnown: boolean;
  readonly position: Position;
  readonly children: readonly (SectionNode | ItemNode | Leaf)[];
}

/** The root: one whole document. */
export interface IssueNode {
  readonly type: 'issue';
  readonly position: Position;
  readonly children: readonly (SectionNode | ItemNode | Leaf)[];
}

/** Any node of the tree. It is a unist tree: every node has `type` and `position`, parents have `children`, leaves `value`. */
export type TreeNode = IssueNode | SectionNode | ItemNode | Leaf;

/** Whether a leaf names an item. */
export function isTitleLeaf(leaf: Leaf): leaf is TitleLeaf {
  return leaf.type === 'itemTitle' || leaf.type === 'leadSentence';
}

/** Whether words of a leaf count, and so it has a `content`. */
export function hasWords(leaf: Leaf): leaf is Exclude<Leaf, BlankLeaf | RawLeaf | AsideLeaf> {
  return 'content' in leaf;
}

/** Whether a reader of the issue sees something of a leaf: not of blanks and asides. */
export function isVisible(leaf: Leaf): boolean {
  return leaf.type === 'raw' || hasWords(leaf);
}
