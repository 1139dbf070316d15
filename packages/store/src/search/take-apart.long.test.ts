import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrate } from '../database/migrate.js';
import { MIGRATIONS } from '../migrations/all.js';
import { databasesUnderTest } from '../testing/index.js';
import { blockQuotable, hasManyNewQuotable } from './block-quotes.js';
import { quotableOf } from './quotable.js';
import { BLOCK_DOCUMENTS } from './quote-block.js';
import { dropQuotable, writeSearch } from './write-search.js';

const DOCUMENTS = 600;

it.each(databasesUnderTest())(
  'blocks of quotes stay as many as documents need, however often these change, on $kind',
  async ({ open }) => {
    const database = await open();
    await migrate(database, MIGRATIONS);
    const { kysely } = database;
    const write = async (first: number, revision: number): Promise<void> => {
      const numbers = Array.from({ length: 60 }, (_, index) => first + index);
      const rows = numbers.map((number) =>
        quotableOf(
          { issue_id: `issue_${number}`, publication_id: 'publication_1', newest_key: String(number) },
          `Keeper ${number} wrote down revision ${revision} of the tide.`,
        ),
      );
      await dropQuotable(
        kysely,
        rows.map(({ issue_id }) => issue_id),
      );
      await writeSearch(kysely, { quotable: rows });
      if (await hasManyNewQuotable(kysely)) await blockQuotable(kysely);
    };
    const most: number[] = [];
    for (let revision = 1; revision <= 12; revision++) {
      for (let first = 0; first < DOCUMENTS; first += 60) await write(first, revision);
      const { rows } = await sql<{ blocks: number }>`select count(*)::int as blocks from search.quote_block`.execute(
        kysely,
      );
      most.push(rows[0]?.blocks ?? 0);
    }
    expect(Math.max(...most)).toBeLessThanOrEqual((2 * DOCUMENTS) / BLOCK_DOCUMENTS + 2);
    const { rows: lost } = await sql`
    select q.issue_id from search.quotable q where not exists (select from search.new_quotable n where n.issue_id = q.issue_id)
      and not exists (select from search.quote_block b where q.issue_id = any(b.issue_ids))
  `.execute(kysely);
    expect(lost).toEqual([]);
    await database.close();
  },
  60_000,
);
