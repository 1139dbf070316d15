import type { DocumentFormat } from './format.js';
import type { LineSetting, TagRule } from './readers/reader.js';
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
  /** The form of items below. In a marked document: of each item of a list, a 'link' only where it has one. */
  readonly holds: ItemForm;
  readonly children?: readonly HeadingRule[];
  /** Of a marked document: what its text outside of lists is. An item titled by the heading, or without this its introduction. */
  readonly prose?: 'article' | 'interview';
  /** Of a marked document: how the items of its lists tell dates, where not in sentences. */
  readonly dates?: DateForm;
  /** The words are of one issue alone: the heading is no rubric. */
  readonly isOnce?: boolean;
}

/** How an item tells its dates: `1/11. Name` and the like, or the deadline of a call for papers. */
export type DateForm = 'eventLine' | 'callLine';

/**
 * How a periodical in Markdown is set. The markup says what is a heading and what a list; {@link HeadingRule}s say what
 * stands below each heading, at whatever level it is printed.
 */
export interface MarkedRules {
  /** Titles by which a document is known for one of this periodical; without such a title half of its headings must be known. */
  readonly titles: readonly RegExp[];
  /** Fields of front matter, in lower case, by what is printed in them. */
  readonly fields: MarkedFields;
  /** Address of the site, ended by '/': addresses in the text that are not whole are made so by it. */
  readonly site: string;
  /** Where on the site an issue stands, with `{number}`, `{year}`, `{month}`, `{day}` in it. A field of front matter comes first. */
  readonly address?: string;
  /** What stands below a heading that is not known. */
  readonly otherwise: Pick<HeadingRule, 'holds' | 'prose'>;
  /** Paragraphs that are the same in every issue, anchored at `^`; nothing is read from them. */
  readonly standing: readonly RegExp[];
  /** Tags whose arguments are questions and answers. */
  readonly tags?: readonly TagRule[];
  /** How a quote is signed; groups `name` and `affiliation`. */
  readonly signatures?: readonly RegExp[];
  /** Titles that name series and part; groups `series` and `number`. */
  readonly series?: readonly RegExp[];
  /** Whether the host of its link is the source of an item that names none. */
  readonly hostIsSource: boolean;
}

/** Names of fields of front matter; of several that are there the first is read. */
export interface MarkedFields {
  readonly number: readonly string[];
  readonly date: readonly string[];
  /** The address of the issue on the site. */
  readonly address: readonly string[];
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
  /** Of a periodical whose documents are marked up. */
  readonly marked?: MarkedRules;
}
