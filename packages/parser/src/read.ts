import { diagnostic } from './diagnostic-codes.js';
import { inOrder } from './in-order.js';
import { getLayout } from './layouts.js';
import type { ParsedDocument } from './parsed-document.js';
import type { IssueReading } from './reading.js';
import { readAbbreviations } from './readings/abbreviations.js';
import { readContents } from './readings/contents.js';
import { dayOfIssue } from './readings/day-of-issue.js';
import { mostDatedSentences } from './readings/events.js';
import { readField } from './readings/front-matter.js';
import { readHeadline } from './readings/headline.js';
import { readIntroduction } from './readings/introduction.js';
import { readIssueNumber } from './readings/issue-number.js';
import { readLeadItem } from './readings/lead-item.js';
import { readPrintedDate } from './readings/printed-date.js';
import { definingLines } from './readings/told-lines.js';
import type { Diagnostic } from './source.js';
import { lineOf, type Words } from './text/words.js';
import type { IssueNode } from './tree.js';
import { leavesOf, plainLeaves } from './tree-walk.js';

/** What is known of a document from elsewhere. */
export interface ReadContext {
  /** The issue's date as given with the document, `YYYY-MM-DD`. */
  readonly publishedOn?: string | null;
}

/**
 * Reads the editorial facts out of a parsed document. Pure; each fact has the span of its words.
 *
 * Dates: the printed date comes first and alone is `publishedOn`; the given one (`context.publishedOn`) stands in
 * where none is printed, to give event dates without a year theirs. Without either such a date is a diagnostic
 * (EVENT_YEAR_UNKNOWN), never a guess.
 *
 * `diagnostics` holds those of the parse and those of the readings, in the order of the document; those about the
 * whole document come first.
 *
 * Throws UnknownLayoutError (UNKNOWN_LAYOUT) where the document was parsed in a layout that there is no more.
 */
export function read(parsed: ParsedDocument, context: ReadContext = {}): IssueReading {
  const { tree } = parsed;
  const layout = getLayout(parsed.layout);
  const diagnostics: Diagnostic[] = [];
  const front = frontLines(tree);
  const title = readHeadline(tree, diagnostics);
  const number = readIssueNumber(front, readField(tree, 'number', 'issue'), layout);
  if (number === null) {
    diagnostics.push(
      diagnostic('MISSING_NUMBER', "No issue number is printed, as in '(Issue 12)'; give one.", title.span),
    );
  }
  const publishedOn = readPrintedDate(front, layout, diagnostics);
  const issued = dayOfIssue(publishedOn, context.publishedOn ?? null, diagnostics);
  const { sections, items } = readContents(tree, { issued, budget: mostDatedSentences, diagnostics });
  return {
    title,
    number,
    publishedOn,
    url: null,
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

/** The lines before the first heading in which number and date may be printed: front matter, then the title line. */
function frontLines(tree: IssueNode): Words[] {
  const fields = [readField(tree, 'title'), readField(tree, 'date')].filter((words) => words !== null);
  const lines = (['title', 'dateLine', 'paragraph'] as const).flatMap((type) => plainLeaves(tree.children, type));
  return [...fields, ...lines.map(lineOf)];
}
