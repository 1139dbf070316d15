import { inOrder } from './in-order.js';
import type { Layout } from './layout.js';
import { getLayout } from './layouts.js';
import type { ParsedDocument } from './parsed-document.js';
import type { IssueReading } from './reading.js';
import { readAbbreviations } from './readings/abbreviations.js';
import { readContents } from './readings/contents.js';
import { dayInAddress } from './readings/day-in-address.js';
import { dayOfIssue } from './readings/day-of-issue.js';
import { mostDatedSentences } from './readings/events.js';
import { readField } from './readings/front-matter.js';
import { readHeadline } from './readings/headline.js';
import { readIntroduction } from './readings/introduction.js';
import { readIssueAddress } from './readings/issue-address.js';
import { numberGaps, readIssueNumber } from './readings/issue-number.js';
import { readLeadItem } from './readings/lead-item.js';
import { readMonthCount } from './readings/month-count.js';
import { readPrintedDate } from './readings/printed-date.js';
import { definingLines } from './readings/told-lines.js';
import type { Diagnostic } from './source.js';
import { lineOf, type Words } from './text/words.js';
import type { IssueNode, PlainLeafType } from './tree.js';
import { leavesOf, plainLeaves } from './tree-walk.js';

/** What is known of a document from elsewhere. */
export interface ReadContext {
  /** The issue's date as given with the document, `YYYY-MM-DD`. */
  readonly publishedOn?: string | null;
  /** Address of the page that the document was taken from. */
  readonly url?: string | null;
}

/**
 * Reads the editorial facts out of a parsed document. Pure; each fact has the span of its words.
 *
 * Dates: the printed date comes first and alone is `publishedOn`; the given one (`context.publishedOn`) stands in
 * where none is printed, to give event dates without a year theirs, and after it the day in the address (`context.url`; often
 * that of a later filing, and so the last resort). Without any such a date is a diagnostic
 * (EVENT_YEAR_UNKNOWN), never a guess.
 *
 * `diagnostics` holds those of the parse and those of the readings, in the order of the document; those about the
 * whole document come first.
 *
 * Throws UnknownLayoutError (UNKNOWN_LAYOUT) where the document was parsed in a layout that there is no more.
 */
export function read(parsed: ParsedDocument, context: ReadContext = {}): IssueReading {
  return readWith(getLayout(parsed.layout), parsed, context);
}

/** {@link read} for a document that was parsed in a layout which need not be in the list. */
export function readWith(layout: Layout, parsed: ParsedDocument, context: ReadContext = {}): IssueReading {
  const { tree } = parsed;
  const diagnostics: Diagnostic[] = [];
  const title = readHeadline(tree, diagnostics);
  const named = [...fieldsOf(tree, layout), ...linesOf(tree, ['title', 'dateLine', 'nameplateLine'])];
  // Marked documents have fields for number and date.
  const introduced = layout.marked === undefined ? linesOf(tree, ['paragraph']) : [];
  const front = [...named, ...introduced];
  const monthCount = readMonthCount(front, layout);
  const numbers = readIssueNumber({
    named,
    introduced,
    field: readField(tree, ...(layout.marked?.fields.number ?? ['number', 'issue'])),
    layout,
    month: monthCount?.value ?? null,
  });
  diagnostics.push(...numberGaps(numbers, title.span));
  const publishedOn = readPrintedDate(front, layout, diagnostics);
  const given = context.publishedOn ?? null;
  const inAddress = publishedOn === null && given === null ? dayInAddress(context.url ?? '') : null;
  const issued = dayOfIssue(publishedOn, given, inAddress, diagnostics);
  const { sections, items } = readContents(tree, { issued, budget: mostDatedSentences, diagnostics, layout });
  return {
    title,
    number: numbers.number,
    numberCounts: numbers.counts,
    monthCount,
    publishedOn,
    url: readIssueAddress(tree, numbers.number, publishedOn, layout),
    dayInAddress: inAddress,
    introduction: readIntroduction(tree),
    sections,
    items,
    abbreviations: readAbbreviations(definingLines(leavesOf(tree)), diagnostics),
    leadItem: readLeadItem(
      title.value,
      items.map((item) => item.title.value),
      layout,
    ),
    diagnostics: inOrder([...parsed.diagnostics, ...diagnostics]),
  };
}

/** The fields of front matter in which number and date may be printed. */
function fieldsOf(tree: IssueNode, { marked }: Layout): Words[] {
  const dates = marked?.fields.date ?? ['date'];
  return [readField(tree, 'title'), readField(tree, ...dates)].filter((words) => words !== null);
}

/** The lines before the first heading in which number and date may be printed. */
function linesOf({ children }: IssueNode, types: readonly PlainLeafType[]): Words[] {
  return types.flatMap((type) => plainLeaves(children, type).map(lineOf));
}
