import { sql, type Transaction } from 'kysely';
import type { RevisionRecord } from '../editorial/records.js';
import { nameKey } from '../identity/slug.js';

type Kept = Pick<RevisionRecord, 'id' | 'ordinal' | 'reading' | 'item_ids'>;

/** An item as the other revisions have it, oldest first. */
interface Sighting {
  readonly revision: Kept;
  readonly index: number;
  /** Normalised. */
  readonly title: string;
}

/**
 * Makes the identities of an issue's items forget one revision, before it is deleted: an item that only it has goes; one that was last seen
 * in it was last seen in another; one whose first title only it has is told by the first title that is left.
 */
export async function forgetItems(trx: Transaction<unknown>, issueId: string, ordinal: number): Promise<void> {
  const { rows } = await sql<Kept>`
    select id, ordinal, reading, item_ids from editorial.revision where issue_id = ${issueId} order by ordinal
  `.execute(trx);
  const others = rows.filter((revision) => revision.ordinal !== ordinal);
  const items = rows.find((revision) => revision.ordinal === ordinal)?.item_ids ?? [];
  const anchors = new Map<string, string>();
  for (const { id, anchor } of items) {
    const sightings = others.flatMap((revision) => sightingsIn(revision, id));
    const left = await forgetItem(trx, id, anchor, sightings);
    if (left !== undefined && left !== anchor) anchors.set(id, left);
  }
  if (anchors.size > 0) for (const revision of others) await rename(trx, revision, anchors);
}

function sightingsIn(revision: Kept, id: string): Sighting[] {
  const index = revision.item_ids.findIndex((item) => item.id === id);
  const item = revision.reading.items[index];
  return item === undefined ? [] : [{ revision, index, title: nameKey(item.title.value) }];
}

/** Returns the anchor that is left; undefined for an item that is gone. */
async function forgetItem(
  trx: Transaction<unknown>,
  id: string,
  anchor: string,
  sightings: readonly Sighting[],
): Promise<string | undefined> {
  const [first] = sightings;
  const last = sightings.at(-1);
  if (first === undefined || last === undefined) {
    await sql`delete from editorial.curation where subject_id = ${id}`.execute(trx);
    await sql`delete from editorial.identity where id = ${id}`.execute(trx);
    return undefined;
  }
  const left = sightings.some(({ title }) => title === anchor) ? anchor : first.title;
  await sql`
    update editorial.identity set anchor = ${left}, last_ordinal = ${last.revision.ordinal}, last_index = ${last.index}
    where id = ${id}
  `.execute(trx);
  return left;
}

async function rename(
  trx: Transaction<unknown>,
  { id, item_ids }: Kept,
  anchors: ReadonlyMap<string, string>,
): Promise<void> {
  const renamed = item_ids.map((item) => ({ ...item, anchor: anchors.get(item.id) ?? item.anchor }));
  await sql`update editorial.revision set item_ids = ${JSON.stringify(renamed)}::json where id = ${id}`.execute(trx);
}
