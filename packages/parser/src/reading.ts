import type { Diagnostic, Span } from './source.js';

/** A value with the words it was read from. */
export interface Read<T> {
  readonly value: T;
  readonly span: Span;
}

/** One text in the three public forms. `html` is sanitised: no script, style or event attribute; http, https and mailto links only. */
export interface Rendered {
  readonly text: string;
  readonly markdown: string;
  readonly html: string;
}

/** The editorial facts of one issue. Plain JSON, so that a store can keep it. */
export interface IssueReading {
  /** The headline line as printed. */
  readonly title: Read<string>;
  /** Printed issue number. */
  readonly number: Read<number> | null;
  /** What the printed number counts; null without one, where two are printed, and where it stands in a sentence. */
  readonly numberCounts: NumberCounts | null;
  /** How the issue is counted within its month. */
  readonly monthCount: Read<MonthCount> | null;
  /** Printed calendar date, `YYYY-MM-DD`. */
  readonly publishedOn: Read<string> | null;
  /** The address that the issue has where it is published, absolute; null where the layout tells none. */
  readonly url: Read<string> | null;
  /** Calendar date in the page's address, `YYYY-MM-DD`, where none is printed and none was given. */
  readonly dayInAddress: string | null;
  /** What stands before the first heading and is no item. */
  readonly introduction: Rendered | null;
  /** All sections at every depth, in printed order. */
  readonly sections: readonly SectionReading[];
  /** All items in printed order. */
  readonly items: readonly ItemReading[];
  readonly abbreviations: readonly AbbreviationReading[];
  /** Index into `items` of the item that the headline repeats. */
  readonly leadItem: number | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a printed number counts: all issues of the serial, or those of its month. */
export type NumberCounts = 'ALL' | 'MONTH';

/** A month, and which of its issues this is. */
export interface MonthCount {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  /** Null where the month alone is printed. */
  readonly number: number | null;
}

/** One heading as it stands in the issue. */
export interface SectionReading {
  readonly heading: string;
  /** Whether the layout has this heading; one that was taken for a heading by what stands below is not known. */
  readonly isKnown: boolean;
  /** Headings from the top down to this one. */
  readonly path: readonly string[];
  /** From 1, at the top. */
  readonly depth: number;
  /** Index into `sections`. */
  readonly parent: number | null;
  readonly introduction: Rendered | null;
  /** The heading line. */
  readonly span: Span;
}

export type ItemKind = 'BRIEF' | 'INTERVIEW' | 'ARTICLE' | 'LINK' | 'QUOTE';

/** The smallest editorial unit. */
export interface ItemReading {
  readonly kind: ItemKind;
  /** Index into `sections`; null before any heading. */
  readonly section: number | null;
  /** Printed number, as in '2.'. */
  readonly number: number | null;
  readonly title: Read<string>;
  /** BCP 47 where one is marked on the item. */
  readonly language: string | null;
  /** Without title, keyword line, source line and address line; texts are empty where there is nothing else. */
  readonly body: Rendered;
  readonly wordCount: number;
  readonly keywords: readonly Read<string>[];
  /** The source lines, printed name each (without the label). */
  readonly attributions: readonly Read<string>[];
  readonly bylines: readonly BylineReading[];
  readonly events: readonly EventReading[];
  /** The item's own address line, or the link that its title is. */
  readonly link: LinkReading | null;
  /** Every address in it, its own among them, in printed order. */
  readonly links: readonly LinkReading[];
  readonly exchanges: readonly ExchangeReading[];
  readonly headings: readonly HeadingReading[];
  /** Null where neither a series mark nor the number of a part is printed. */
  readonly part: PartReading | null;
  /** From the first to the last line of the item. */
  readonly span: Span;
}

export interface BylineReading {
  /** The byline as printed, without 'By'. */
  readonly printed: string;
  readonly name: string;
  readonly affiliation: string | null;
  readonly span: Span;
}

export interface LinkReading {
  readonly url: string;
  readonly text: string | null;
  readonly span: Span;
}

export interface ExchangeReading {
  readonly question: Rendered;
  readonly answer: Rendered | null;
  readonly span: Span;
}

export interface HeadingReading {
  /** From 1 within the body. */
  readonly depth: number;
  /** 'III', '3'. */
  readonly label: string | null;
  readonly text: string;
  readonly span: Span;
}

/** An item's place in a series. */
export interface PartReading {
  /** A mark says that it continues. */
  readonly isContinuation: boolean;
  /** A mark says that it is to be continued. */
  readonly toBeContinued: boolean;
  /** The item's title without what it says of the part. */
  readonly title: string;
  /** The number of the part, as in '(Part 2)'. */
  readonly number: number | null;
  /** How many parts there are, as in '(2/4)'. */
  readonly of: number | null;
  /** The title's words that name the part, and the marks' lines. */
  readonly spans: readonly Span[];
}

export type EventKind =
  | 'COMMENT_DEADLINE'
  | 'CALL_FOR_PAPERS'
  | 'EFFECTIVE_DATE'
  | 'EXHIBITION'
  | 'COMPETITION'
  | 'MEETING'
  | 'RELEASE'
  | 'OTHER';
export type EventMode = 'IN_PERSON' | 'VIRTUAL' | 'HYBRID';

/** What happens on dates. At least one of startsOn and endsOn is there; a deadline has an end and no start. */
export interface EventReading {
  readonly kind: EventKind;
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly startsOn: string | null;
  /** `YYYY-MM-DD` */
  readonly endsOn: string | null;
  readonly place: PlaceReading | null;
  readonly mode: EventMode | null;
  readonly organizer: string | null;
  readonly url: string | null;
  /** The words that it was read from. */
  readonly evidence: Span;
}

export interface PlaceReading {
  readonly printed: string;
  readonly venue: string | null;
  readonly city: string | null;
  /** ISO 3166-1 alpha-2 */
  readonly country: string | null;
}

/** A short form that the text defines, as in 'State Tax Office (STO)'. */
export interface AbbreviationReading {
  readonly short: string;
  /** Without a leading article. */
  readonly long: string;
  /** Long form, bracket and short form together. */
  readonly span: Span;
}
