import { type Database, ingestIssue, publishIssue } from '@broadsheet/store';
import { sql } from 'kysely';

/** An issue of its own for each number, with one item. */
export function documentOf(number: number): string {
  return `A Race on the Quay (Issue ${number})\nLaws and Regulations\nNational\n1. Boat ${number} sails\n[Keyword: Boats]\nIt sails.\nSource: The Yard\n`;
}

/** Ingests so many drafts and returns their ids. */
export async function ingestDrafts(database: Database, publication: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= count; number++) {
    ids.push((await ingestIssue(database, { publication, document: documentOf(number) })).issueId);
  }
  return ids;
}

/** What a race of publications came to. */
export interface Published {
  readonly changes: readonly (number | null)[];
  /** The log's numbers in the order in which a reader that paged meanwhile saw them. */
  readonly seen: readonly number[];
  /** The log's numbers once all was over. */
  readonly log: readonly number[];
}

/** Publishes issues all at once, spread over databases (connections of several servers), while a reader follows the log by its cursor. */
export async function publishAtOnce(databases: readonly Database[], ids: readonly string[]): Promise<Published> {
  const [reader] = databases;
  if (reader === undefined) throw new Error('There is no database to race on.');
  const [start] = await listLog(reader, 0).then((log) => log.slice(-1));
  const seen: number[] = [];
  let racing = true;
  const follow = async (): Promise<void> => {
    let cursor = start ?? 0;
    for (let last = false; ; ) {
      const page = await listLog(reader, cursor);
      seen.push(...page);
      cursor = page.at(-1) ?? cursor;
      if (last) return;
      last = !racing;
    }
  };
  const following = follow();
  const changes = await Promise.all(
    ids.map(async (id, index) => {
      const database = databases[index % databases.length] ?? reader;
      return (await publishIssue(database, { id, revision: 1 })).change;
    }),
  );
  racing = false;
  await following;
  return { changes, seen, log: await listLog(reader, start ?? 0) };
}

/** The page of the log after a cursor, as a reader has it. */
async function listLog(database: Database, after: number): Promise<number[]> {
  const { rows } = await sql<{ seq: number }>`
    select seq from published.change where seq > ${after} order by seq limit 100000
  `.execute(database.kysely);
  return rows.map(({ seq }) => seq);
}

/** What is wrong with it, in lines. */
export function wrongRace({ changes, seen, log }: Published): string[] {
  const first = log[0] ?? 0;
  const whole = log.every((seq, index) => seq === first + index);
  const told = changes.toSorted((a, b) => Number(a) - Number(b));
  return [
    ...(whole ? [] : [`the log has a gap: ${log.join(' ')}`]),
    ...(seen.join() === log.join()
      ? []
      : [`the reader saw ${seen.length} of ${log.length} changes, or in another order`]),
    ...(told.join() === log.join() ? [] : [`${changes.length} publications told of other changes than the log has`]),
  ];
}
