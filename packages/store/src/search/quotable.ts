import { type QuoteText, quoteMarks, quoteText } from './quote-text.js';

/** The row of `search.quotable`: a public issue's document as quotes are held against it. */
export interface Quotable extends QuoteText {
  readonly issue_id: string;
  readonly publication_id: string;
  readonly newest_key: string;
  readonly marks: readonly number[];
}

/** The row of an issue with its document. */
export function quotableOf(
  facts: Pick<Quotable, 'issue_id' | 'publication_id' | 'newest_key'>,
  document: string,
): Quotable {
  const text = quoteText(document);
  return { ...facts, ...text, marks: quoteMarks(text.text) };
}
