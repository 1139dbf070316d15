import { type Kysely, sql } from 'kysely';
import { rebuildQuotable } from '../search/rebuild-search.js';

/** White space between Chinese or Japanese signs makes no difference to a quote: documents that have some are held against quotes anew. */
export const quotesOverLines = {
  name: '0016-quotes-over-lines',
  async up(db: Kysely<unknown>): Promise<void> {
    const { rows } = await sql<{ found: boolean }>`
      select exists (select from search.quotable where text ~ '[\\u3001-\\u30ff\\u3400-\\u9fff\\uf900-\\uff60] [\\u3001-\\u30ff\\u3400-\\u9fff\\uf900-\\uff60]') as found
    `.execute(db);
    if (rows[0]?.found === true) await rebuildQuotable(db);
  },
};
