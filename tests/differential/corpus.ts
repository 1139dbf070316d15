import { mergeEntities, withdrawIssue } from '@broadsheet/store';
import { sql } from 'kysely';
import { type DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';
import { ingestSample } from '../sample.js';
import { correctIssue, writeIssue } from '../sequences/corrections.js';
import { printIssue } from '../sequences/document.js';
import { seededRandom } from '../sequences/random.js';

/** A newsroom with a past: the sample, issues that were corrected and withdrawn, drafts, names that were merged. */
export async function openWithPast(kind: (typeof DATABASES)[number]): Promise<Newsroom> {
  const room = await openNewsroom(kind);
  await ingestSample(room);
  const random = seededRandom(7);
  for (let number = 1; number <= 4; number += 1) {
    const written = writeIssue(number, random);
    await room.ingest({ document: printIssue(written.issue), publish: true });
    if (number === 2) await room.ingest({ document: printIssue(correctIssue(written, random).issue), publish: true });
    if (number === 3) await room.ingest({ document: printIssue(correctIssue(written, random).issue) });
  }
  const idsOf = async (table: string): Promise<readonly string[]> => {
    const order = table === 'issue' ? sql`newest_key` : sql`item_count desc, id`;
    const { rows } = await sql<{
      id: string;
    }>`select id from ${sql.table(`published.${table}`)} order by ${order}`.execute(room.database.kysely);
    return rows.map(({ id }) => id);
  };
  const [, issue = ''] = await idsOf('issue');
  await withdrawIssue(room.database, { id: issue, actor: 'operator' });
  for (const table of ['source', 'keyword']) {
    const [into = '', from = ''] = await idsOf(table);
    await mergeEntities(room.database, { from: [from], into, actor: 'operator' });
  }
  return room;
}
