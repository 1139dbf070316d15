import type { AttributionRow, BylineRow, ExchangeRow, LinkRow } from '@broadsheet/store';
import { Issue } from './issue.js';
import { nameById } from './names.js';
import { sorted } from './plain-node.js';
import type { Sight } from './sight.js';
import { type Formatted, spanOf } from './texts.js';

/** A source line. */
export function attribution(sight: Sight, row: AttributionRow) {
  return { printed: row.printed, source: () => nameById(sight, 'source', row.source_id), span: spanOf(row) };
}

/** A byline. */
export function byline(sight: Sight, { printed, affiliation, contributor_id }: BylineRow) {
  return { printed, affiliation, contributor: () => nameById(sight, 'contributor', contributor_id) };
}

/** An address: an item's own, or one in it. */
export function link(sight: Sight, { url, text, address_key }: Pick<LinkRow, 'url' | 'text' | 'address_key'>) {
  const there = sight.state.rows.issue.filter((row) => address_key !== null && row.address_key === address_key);
  const [newest] = sorted(there, ({ newest_key }) => newest_key);
  return { url, text, issue: () => newest && new Issue(sight, newest) };
}

/** A question and its answer. */
export function exchange(row: ExchangeRow) {
  return {
    question: ({ format }: Formatted) =>
      ({ TEXT: row.question_text, MARKDOWN: row.question_markdown, HTML: row.question_html })[format],
    answer: ({ format }: Formatted) =>
      ({ TEXT: row.answer_text, MARKDOWN: row.answer_markdown, HTML: row.answer_html })[format],
  };
}
