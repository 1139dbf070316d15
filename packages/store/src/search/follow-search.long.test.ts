import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { ingestIssue } from '../ingest/ingest-issue.js';
import { MIGRATIONS } from '../migrations/all.js';
import { addPublication } from '../publication/add-publication.js';
import { databasesUnderTest } from '../testing/index.js';
import { lampDocument } from '../testing/lamp-document.js';
import { rebuildSearch } from './rebuild-search.js';

describe.each(databasesUnderTest())('how a document is searched, on $kind', ({ open }) => {
  it('is the same as issues come, and anew out of what is public', { timeout: 60_000 }, async () => {
    const database = await open();
    try {
      await migrate(database, MIGRATIONS);
      await addPublication(database, { slug: 'lamps', title: 'Lamps' });
      await ingestIssue(database, { publication: 'lamps', document: lampDocument(1), publish: true });
      const heap = Array.from({ length: 14 }, (_, index) => lampDocument(index + 2));
      await Promise.all(
        heap.map((text) => ingestIssue(database, { publication: 'lamps', document: text, publish: true })),
      );
      const followed = await allRows(database);
      await database.transaction((trx) => rebuildSearch(trx));
      expect(followed['item']).toHaveLength(30);
      expect(await allRows(database)).toEqual(followed);
    } finally {
      await database.close();
    }
  });
});

/** What is searched, but counts, which follow late. */
async function allRows({ kysely }: Database): Promise<Record<string, unknown>> {
  const tables = ['item', 'item_text', 'keyword_pair', 'quotable'];
  const rows = tables.map(async (table): Promise<[string, unknown]> => {
    const found = await sql`select * from ${sql.table(`search.${table}`)} order by 1, 2`.execute(kysely);
    return [table, found.rows];
  });
  return Object.fromEntries(await Promise.all(rows));
}
