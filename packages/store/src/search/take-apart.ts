import { type Kysely, sql } from 'kysely';
import { BLOCK_DOCUMENTS } from './quote-block.js';
import { printMarks, quoteMarks } from './quote-marks.js';

/** Documents that blocks may hold for each that is there, before one is taken apart. */
const MOST_HELD = 2;

/**
 * Takes the block apart of which the least is left, where the blocks hold many more documents than there are: what is left of it waits for another
 * one. Called once for each block that is made, it keeps their number in bounds, however often documents change: where more than half is gone of all, it is
 * of that block, so less waits than a block takes.
 */
export async function takeApart(db: Kysely<unknown>): Promise<void> {
  const { rows: full } = await sql<{ many: boolean }>`
    select (select count(*) from search.quote_block) * ${sql.lit(BLOCK_DOCUMENTS)}
      > (select count(*) from search.quotable) * ${sql.lit(MOST_HELD)} + ${sql.lit(BLOCK_DOCUMENTS)} as many
  `.execute(db);
  if (full[0]?.many !== true) return;
  const { rows } = await sql<{ issue_id: string; text: string }>`
    with held as (
      select b.id, d.issue_id, max(b.id) over (partition by d.issue_id) as newest
      from search.quote_block b, unnest(b.issue_ids) as d(issue_id)
    ), kept as (
      select h.id, h.issue_id from held h join search.quotable q using (issue_id)
      where h.id = h.newest and not exists (select from search.new_quotable n where n.issue_id = h.issue_id)
    ), block as (
      select b.id from search.quote_block b left join kept k using (id) group by b.id order by count(k.id), b.id limit 1
    ), gone as (
      delete from search.quote_block b using block where b.id = block.id
    )
    select q.issue_id, q.text from kept join block using (id) join search.quotable q using (issue_id)
  `.execute(db);
  const waiting = rows.map(({ issue_id, text }) => ({ issue_id, marks: printMarks(quoteMarks(text)) }));
  await sql`
    insert into search.new_quotable (issue_id, marks)
    select issue_id, decode(marks, 'base64') from json_to_recordset(${JSON.stringify(waiting)}::json) as w(issue_id text, marks text)
  `.execute(db);
}
