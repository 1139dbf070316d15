import { type QuoteText, quoteText } from './quote-text.js';

/** The row of `search.quotable`: a public issue's document as quotes are held against it. */
export interface Quotable extends QuoteText {
  readonly issue_id: string;
  readonly publication_id: string;
  readonly newest_key: string;
}

/** The row of an issue with its document. */
export function quotableOf(facts: Omit<Quotable, keyof QuoteText>, document: string): Quotable {
  return { ...facts, ...quoteText(document) };
}
