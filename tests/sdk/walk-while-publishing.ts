import { allItems, type Client } from '@broadsheet/sdk';
import { type Database, ingestIssue } from '@broadsheet/store';

/** What a walk met. */
export interface WalkFindings {
  readonly before: number;
  readonly read: number;
  readonly twice: number;
  /** Items that were there throughout and were not met. */
  readonly missing: number;
  /** Items that came while it went. */
  readonly published: number;
}

/** Walks over all items in an order while issues are published; a page and a document take turns. */
export async function walkWhilePublishing(
  client: Client,
  database: Database,
  orderBy: 'NEWEST' | 'OLDEST' | 'PRINTED',
  documents: readonly string[],
  pageSize: number,
): Promise<WalkFindings> {
  const before = await itemIds(database);
  const met: string[] = [];
  const left = [...documents];
  const publish = async (): Promise<void> => {
    const document = left.pop();
    if (document !== undefined) await ingestIssue(database, { publication: 'swb', document, publish: true });
  };
  for await (const { nodes } of allItems(client, { orderBy, pageSize }).pages()) {
    met.push(...nodes.map(({ id }) => id));
    await publish();
  }
  const seen = new Set(met);
  const after = await itemIds(database);
  return {
    before: before.size,
    read: met.length,
    twice: met.length - seen.size,
    missing: [...before].filter((id) => after.has(id) && !seen.has(id)).length,
    published: after.size - before.size,
  };
}

async function itemIds(database: Database): Promise<Set<string>> {
  const json = await database.text("select coalesce(json_agg(id), '[]') from published.item", []);
  const ids: string[] = JSON.parse(json ?? '[]');
  return new Set(ids);
}
