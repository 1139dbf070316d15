import { type Kysely, sql } from 'kysely';
import { BLOCK_DOCUMENTS, quoteBlock } from './quote-block.js';
import { readMarks } from './quote-marks.js';
import { takeApart } from './take-apart.js';

/** Whether so many documents wait as make a block. Those that wait are read for every quote. */
export async function hasManyNewQuotable(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql<{ many: boolean }>`
    select count(*) >= ${BLOCK_DOCUMENTS} as many from search.new_quotable
  `.execute(db);
  return rows[0]?.many ?? false;
}

/**
 * Makes a block of documents that wait, where there are enough. A block is never changed: of a document that changed or went it leads to what is there
 * now, or to nothing; where that is so of most documents, blocks are taken apart.
 */
export async function blockQuotable(db: Kysely<unknown>): Promise<void> {
  // Two that ingest at once do not wait for each other: the later one leaves it to the next.
  const { rows } = await sql<{ issue_id: string; marks: Uint8Array }>`
    select issue_id, marks from search.new_quotable limit ${BLOCK_DOCUMENTS} for update skip locked
  `.execute(db);
  if (rows.length < BLOCK_DOCUMENTS) return;
  const ids = rows.map(({ issue_id }) => issue_id);
  const { places, bits } = quoteBlock(rows.map(({ marks }) => readMarks(marks)));
  await sql`
    with n as (delete from search.new_quotable where issue_id = any(${ids}::text[]))
    insert into search.quote_block (places, issue_ids, bits) values (${places}, ${ids}::text[], ${bits}::bytea)
  `.execute(db);
  await takeApart(db);
}
