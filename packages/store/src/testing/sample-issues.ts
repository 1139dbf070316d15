import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { ingestIssue } from '../ingest/ingest-issue.js';
import { MIGRATIONS } from '../migrations/all.js';
import { addPublication } from '../publication/add-publication.js';
import { KEPT_TABLES } from '../transfer/tables.js';
import type { DatabaseUnderTest } from './index.js';

/** An issue of an invented bulletin, with one article a line of `items`: 'Title | keyword | source | text'. */
export function documentOf(number: number, items: readonly string[]): string {
  const printed = items.map((line, index) => {
    const [title = '', keyword = '', source = '', text = ''] = line.split(' | ');
    return `${index + 1}. ${title}\n[Keyword: ${keyword}]\n${text}\nSource: ${source}\n`;
  });
  return `What the Harbour Did (Issue ${number})\nLaws and Regulations\nNational\n${printed.join('')}`;
}

/** Opens a migrated database with the publication 'harbour' and nothing else. */
export async function openHarbour(kind: DatabaseUnderTest): Promise<Database> {
  const database = await kind.open();
  await migrate(database, MIGRATIONS);
  await addPublication(database, { slug: 'harbour', title: 'Harbour Weekly' });
  return database;
}

/** Fills it with a published issue, one that was corrected, a draft over it, a new draft, and a curation. */
export async function fillHarbour(database: Database): Promise<void> {
  const ingest = (number: number, items: readonly string[], publish: boolean) =>
    ingestIssue(database, {
      publication: 'harbour',
      document: documentOf(number, items),
      publishedOn: `2026-03-${String(number).padStart(2, '0')}`,
      publish,
    });
  const quay = 'A quay is mended | Quays | State Toll Office (STO) | The State Toll Office (STO) will mend a quay.';
  const dues = 'Dues go up | Dues | STO | Dues are \\ "higher" than a ship’s mast, 港 😀.';
  await ingest(1, [quay, dues], true);
  await ingest(2, ['A ferry sinks | Ferries | Harbour Gazette | Nobody was hurt.', dues], true);
  await ingest(2, ['A ferry runs aground | Ferries | Harbour Gazette | Nobody was hurt.', dues], true);
  await ingest(2, ['A ferry runs aground | Boats | Harbour Gazette | It floats again.', dues], false);
  await ingest(3, ['A crane turns | Cranes | Crane Board | It turned.'], false);
  await sql`
    insert into editorial.curation (operation, subject_id, data, note, at)
    values ('RENAME', 'keyword_x', '{"to":  "Wharves"}', null, '2026-01-01T00:00:00.000000Z')
  `.execute(database.kysely);
}

/** Rows of every table of the four schemas that an export holds. */
export async function countRows(database: Database): Promise<Readonly<Record<string, number>>> {
  const { rows: tables } = await sql<{ name: string }>`
    select schemaname || '.' || tablename as name from pg_tables
    where schemaname in ('editorial', 'published', 'past', 'draft')
      and schemaname || '.' || tablename <> all(${KEPT_TABLES}::text[]) order by 1
  `.execute(database.kysely);
  const counts = tables.map(({ name }) => sql`(select count(*) from ${sql.table(name)}) as ${sql.id(name)}`);
  const { rows } = await sql<Record<string, number>>`select ${sql.join(counts)}`.execute(database.kysely);
  return rows[0] ?? {};
}
