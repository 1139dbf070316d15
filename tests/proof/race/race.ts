import { type Database, ingestIssue, publishIssue, StoreError } from '@broadsheet/store';
import { sql } from 'kysely';
import { type Newsroom, onDatabase } from '../../newsroom.js';

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
  /** The log's numbers as each publication was told its own. */
  readonly changes: readonly (number | null)[];
  /** Cursors in the order in which a reader who paged meanwhile saw them. */
  readonly seen: readonly string[];
  /** Pages that the reader asked for while publications were on their way. */
  readonly pages: number;
  /** Cursors and numbers of the log once all was over. */
  readonly cursors: readonly string[];
  readonly log: readonly number[];
}

/**
 * Publishes issues all at once, spread over databases (connections of several servers), while a reader follows the change log through the graph,
 * page after page.
 */
export async function publishAtOnce(databases: readonly Database[], ids: readonly string[]): Promise<Published> {
  const [reader] = databases;
  if (reader === undefined) throw new Error('There is no database to race on.');
  const room = onDatabase(reader);
  const start = (await listCursors(room, null)).at(-1) ?? null;
  const [before = 0] = (await listLog(reader, 0)).slice(-1);
  const seen: string[] = [];
  let [racing, pages] = [true, 0];
  const follow = async (): Promise<void> => {
    for (let last = false; ; ) {
      const { cursors } = await readPage(room, seen.at(-1) ?? start);
      seen.push(...cursors);
      if (last && cursors.length === 0) return;
      if (racing) pages += 1;
      last = !racing;
    }
  };
  const following = follow();
  const changes = await Promise.all(
    ids.map(async (id, index) => {
      const database = databases[index % databases.length] ?? reader;
      return publishInTheEnd(database, id);
    }),
  );
  racing = false;
  await following;
  return { changes, seen, pages, cursors: await listCursors(room, start), log: await listLog(reader, before) };
}

/** Publishes an issue; where no connection came free in time, which a client is told by UNAVAILABLE, once more, as a client does. */
async function publishInTheEnd(database: Database, id: string): Promise<number | null> {
  for (;;) {
    try {
      return (await publishIssue(database, { id, revision: 1 })).change;
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'DATABASE_BUSY') throw error;
    }
  }
}

const PAGE = `query ($after: String) {
  changes(first: 100, after: $after) { nodes { cursor } pageInfo { hasNextPage } }
}`;

interface Page {
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
}

async function readPage(room: Newsroom, after: string | null): Promise<Page> {
  const { changes }: Answer = JSON.parse(JSON.stringify(await room.data(PAGE, { after })));
  return { cursors: changes.nodes.map(({ cursor }) => cursor), hasNextPage: changes.pageInfo.hasNextPage };
}

interface Answer {
  readonly changes: {
    readonly nodes: readonly { readonly cursor: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean };
  };
}

async function listCursors(room: Newsroom, after: string | null): Promise<string[]> {
  const all: string[] = [];
  for (let more = true; more; ) {
    const { cursors, hasNextPage } = await readPage(room, all.at(-1) ?? after);
    all.push(...cursors);
    more = hasNextPage;
  }
  return all;
}

async function listLog(database: Database, after: number): Promise<number[]> {
  const { rows } = await sql<{ seq: number }>`
    select seq from published.change where seq > ${after} order by seq
  `.execute(database.kysely);
  return rows.map(({ seq }) => seq);
}

/** What is wrong with it, in lines. */
export function wrongRace({ changes, seen, cursors, log }: Published): string[] {
  const first = log[0] ?? 0;
  const whole = log.every((seq, index) => seq === first + index);
  const told = changes.toSorted((a, b) => Number(a) - Number(b));
  return [
    ...(whole ? [] : [`the log has a gap: ${log.join(' ')}`]),
    ...(cursors.length === log.length ? [] : [`${cursors.length} of ${log.length} changes are to be read`]),
    ...(seen.join() === cursors.join()
      ? []
      : [`the reader saw ${seen.length} of ${cursors.length} changes, or in another order`]),
    ...(told.join() === log.join() ? [] : [`${changes.length} publications told of other changes than the log has`]),
  ];
}
