import { type Kysely, sql } from 'kysely';
import { rebuildQuotable } from '../search/rebuild-search.js';

/**
 * Quotes are found in whatever form characters are composed, and where a hyphen parts a word at a line's end: documents that have either are held
 * against quotes anew.
 */
export const quotesOverHyphens = {
  name: '0019-quotes-over-hyphens',
  async up(db: Kysely<unknown>): Promise<void> {
    const { rows } = await sql<{ found: boolean }>`
      select exists (select from search.quotable
        where text ~ '[^[:space:]][-\\u2010] [^[:space:]]|\\u00ad' or text is not nfc normalized) as found
    `.execute(db);
    if (rows[0]?.found === true) await rebuildQuotable(db);
  },
};
