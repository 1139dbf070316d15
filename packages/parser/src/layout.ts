import type { DocumentFormat } from './format.js';
import type { LineSetting } from './readers/reader.js';
import type { ItemForm } from './tree.js';

/** What a line looks like when it stands alone. What it is, the lines around it decide. */
export type LineKind =
  | 'text'
  | 'numbered'
  | 'keyword'
  | 'source'
  | 'link'
  | 'byline'
  | 'question'
  | 'answer'
  | 'continued'
  | 'toBeContinued'
  | 'date'
  | 'image';

/**
 * One way in which a line may begin. The first rule that fits wins; a line that fits none is 'text'.
 *
 * Patterns are anchored at `^` and must be linear: no two open-ended repetitions that can match the same characters.
 */
export interface LineRule {
  readonly kind: Exclude<LineKind, 'text'>;
  /** What the pattern eats is the label; the content begins behind it. A group `number` is the printed number. */
  readonly starts: RegExp;
  /** Longest line that it can be, in UTF-16 code units without blanks at the sides. */
  readonly maxLength: number;
  /** A last character that rules it out. */
  readonly neverEndsWith?: string;
  /** Closing brackets, one of which is no content where it ends the line. */
  readonly closers?: string;
}

/** One heading that the layout knows, with those that stand below it. */
export interface HeadingRule {
  /** The printed words; letter case, spacing and kind of apostrophe do not matter. */
  readonly words?: readonly string[];
  /** For headings with a changing part; tested on lines of at most 80 code units. */
  readonly pattern?: RegExp;
  /** Only where an item begins on the next line. */
  readonly onlyBeforeItem?: boolean;
  /** The form of items below. */
  readonly holds: ItemForm;
  readonly children?: readonly HeadingRule[];
}

/**
 * The list of contents that may stand before the body. Its lines say what comes again below, so nothing is read from them.
 */
export interface ContentsRule {
  /** The line that heads it. */
  readonly heading: RegExp;
  /** What stands before an entry, anchored at `^`: a bullet. */
  readonly bullet: RegExp;
  /** A line that only counts: '2'. */
  readonly counter: RegExp;
}

/** Lines that stand before the first heading only; each pattern is anchored at `^` and tested on lines of at most 200 code units. */
export interface FrontRules {
  /** The way through a site to the page, above the headline. */
  readonly breadcrumbs: readonly RegExp[];
  /** Lines that count the issue: 'Issue 41', 'No.3, January 2031'. The serial's name is told by standing beside them. */
  readonly nameplates: readonly RegExp[];
  /** Who puts the page out, directly below the headline or its date. */
  readonly publishers: readonly RegExp[];
}

/** One style of numbering of headings inside an article. The rank is its place in the list, from 1. */
export interface ArticleHeadingRule {
  /** Anchored at `^`; a group `label` is the printed number. */
  readonly starts: RegExp;
}

/** How one periodical is set: data and small matchers. What it does not name, it does not have. The engine knows no periodical. */
export interface Layout {
  /** Stable, kebab-case; kept with every revision. */
  readonly name: string;
  /** Raised whenever the same document would give another tree or reading. */
  readonly version: number;
  /** For people. */
  readonly title: string;
  /** What its documents are written in. */
  readonly formats: readonly DocumentFormat[];
  /** In Markdown: whether each printed line is a line of the layout, or a whole paragraph is. */
  readonly setting: LineSetting;
  readonly lines: readonly LineRule[];
  readonly headings: readonly HeadingRule[];
  /** What may be set around a heading's words, over the whole line; group `words`. A keyword line is told first. */
  readonly headingFrames?: readonly RegExp[];
  readonly front?: FrontRules;
  readonly contents?: ContentsRule;
  readonly articleHeadings: readonly ArticleHeadingRule[];
  /** Where the issue's number is printed, on the title line or before the first heading; group `number`. */
  readonly issueNumbers: readonly RegExp[];
  /** Where the date is printed there; groups `year`, `month` (a figure or its English name), `day`. */
  readonly printedDates: readonly RegExp[];
  /** How the issue is counted within its month; groups `number` (not in all), `month` (its English name) and `year`. */
  readonly monthCounts?: readonly RegExp[];
  /** What a headline adds to the title of the item that it repeats. */
  readonly headlineMarks: readonly RegExp[];
  /** What names the channel behind a source's name: 'Official Website'. */
  readonly sourceChannels: readonly string[];
}
