import { printMarks, quoteMarks } from './quote-marks.js';
import { type QuoteText, quoteText } from './quote-text.js';

/** A document as quotes are held against it, with the marks that find it. */
export interface QuotedDocument extends QuoteText {
  /** As `printMarks` prints them. */
  readonly marks: string;
}

/** Whose document it is. */
export interface QuotedIssue {
  readonly issue_id: string;
  readonly publication_id: string;
  readonly newest_key: string;
}

/** The row of `search.quotable`: a public issue's document as quotes are held against it. Its marks wait beside it for a block. */
export interface Quotable extends QuotedDocument, QuotedIssue {}

/** The row of an issue with its document. */
export function quotableOf(issue: QuotedIssue, document: string): Quotable {
  return { ...issue, ...quoteDocument(document) };
}

/** A document with its marks. Pure. */
export function quoteDocument(document: string): QuotedDocument {
  const text = quoteText(document);
  return { ...text, marks: printMarks(quoteMarks(text.text)) };
}
