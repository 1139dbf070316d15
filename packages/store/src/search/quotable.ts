import { type QuoteText, quoteMarks, quoteText } from './quote-text.js';

/** A document as quotes are held against it, with the marks that find it. */
export interface QuotedDocument extends QuoteText {
  readonly marks: readonly number[];
}

/** Whose document it is. */
export interface QuotedIssue {
  readonly issue_id: string;
  readonly publication_id: string;
  readonly newest_key: string;
}

/** The row of `search.quotable`: a public issue's document as quotes are held against it. */
export interface Quotable extends QuotedDocument, QuotedIssue {}

/** The row of an issue with its document. */
export function quotableOf(issue: QuotedIssue, document: string): Quotable {
  return { ...issue, ...quoteDocument(document) };
}

/** A document with its marks. Pure. */
export function quoteDocument(document: string): QuotedDocument {
  const text = quoteText(document);
  return { ...text, marks: quoteMarks(text.text) };
}
