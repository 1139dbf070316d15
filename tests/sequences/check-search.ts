import { type Database, rebuildSearch } from '@broadsheet/store';

/** What is searched is what it would be if it were made anew out of what is public: one line for each table that differs. It is made anew. */
export async function wrongSearch(database: Database): Promise<string[]> {
  const before = await readSearch(database);
  await database.transaction((trx) => rebuildSearch(trx));
  const after = await readSearch(database);
  return Object.keys(TABLES)
    .filter((table) => before[table] !== after[table])
    .map((table) => `search, ${table}: ${differingRow(before[table], after[table])}`);
}

/** The rows of each table in an order; of words those that wait to be counted too. */
const TABLES: Readonly<Record<string, string>> = {
  items: 'select * from search.item order by id',
  texts: 'select * from search.item_text order by id',
  words: `select form, lexeme, sum(items)::int as items from (
      select form, lexeme, items from search.word
      union all select split_part(line, ' ', 3), split_part(line, ' ', 2), split_part(line, ' ', 1)::int
        from search.new_words, string_to_table(words, E'\\n') line where line <> ''
    ) w group by 1, 2 having sum(items) <> 0 order by 1, 2`,
  pairs: 'select * from search.keyword_pair order by keyword_id, other_id',
  quotable: 'select * from search.quotable order by issue_id',
  marked: `select q.issue_id from search.quotable q where exists (select from search.new_quotable n where n.issue_id = q.issue_id)
      or exists (select from search.quote_block b where q.issue_id = any(b.issue_ids)) order by 1`,
};

async function readSearch(database: Database): Promise<Readonly<Record<string, string>>> {
  const read: Record<string, string> = {};
  for (const [table, rows] of Object.entries(TABLES))
    read[table] = (await database.text(`select json_agg(r)::text from (${rows}) r`, [], { as: 'owner' })) ?? '[]';
  return read;
}

function differingRow(before = '', after = ''): string {
  const at = [...before].findIndex((sign, index) => sign !== after.charAt(index));
  return `is …${before.slice(Math.max(at - 60, 0), at + 80)}…, is to be …${after.slice(Math.max(at - 60, 0), at + 80)}…`;
}
