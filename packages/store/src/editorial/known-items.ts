import { sql, type Transaction } from 'kysely';
import { type KnownItem, looksOf } from '../identity/items.js';
import type { ItemLook } from '../identity/likeness.js';
import type { RevisionRecord } from './records.js';

interface Sighting {
  readonly id: string;
  readonly anchor: string;
  readonly last_ordinal: number;
  readonly last_index: number;
}

/** Every item that an issue ever had, as it was last seen. `latest` is the ordinal of the newest revision. */
export async function listKnownItems(
  trx: Transaction<unknown>,
  issueId: string,
  latest: number,
): Promise<readonly KnownItem[]> {
  const { rows: sightings } = await sql<Sighting>`
    select id, anchor, last_ordinal, last_index from editorial.identity where issue_id = ${issueId}
    order by last_ordinal desc, last_index, id
  `.execute(trx);
  const looks = await looksByOrdinal(trx, issueId, [...new Set(sightings.map((seen) => seen.last_ordinal))]);
  return sightings.flatMap(({ id, anchor, last_ordinal, last_index }) => {
    const look = looks.get(last_ordinal)?.[last_index];
    return look === undefined ? [] : [{ id, anchor, look, present: last_ordinal === latest }];
  });
}

async function looksByOrdinal(
  trx: Transaction<unknown>,
  issueId: string,
  ordinals: readonly number[],
): Promise<Map<number, readonly ItemLook[]>> {
  if (ordinals.length === 0) return new Map();
  const { rows } = await sql<Pick<RevisionRecord, 'ordinal' | 'reading'>>`
    select ordinal, reading from editorial.revision where issue_id = ${issueId} and ordinal = any(${ordinals}::int[])
  `.execute(trx);
  return new Map(rows.map(({ ordinal, reading }) => [ordinal, looksOf(reading)]));
}
