import { sql, type Transaction } from 'kysely';
import { type EntityCuration, type EntityDecision, entityCuration } from './entity-curation.js';

/** What a transaction has read; forgotten when it decides something. */
const read = new WeakMap<Transaction<unknown>, Promise<EntityCuration>>();

/** All decisions about entities: a desk makes hundreds, so they are read whole, once a transaction. */
export function loadCuration(trx: Transaction<unknown>): Promise<EntityCuration> {
  const known = read.get(trx) ?? listDecisions(trx).then(entityCuration);
  read.set(trx, known);
  return known;
}

/** Call it when decisions were written. */
export function forgetCuration(trx: Transaction<unknown>): void {
  read.delete(trx);
}

async function listDecisions(trx: Transaction<unknown>): Promise<readonly EntityDecision[]> {
  const { rows } = await sql<EntityDecision>`
    select operation, subject_id, data from editorial.curation
    where operation in ('MERGE', 'SPLIT', 'UPDATE_ENTITY') order by operation, subject_id
  `.execute(trx);
  return rows;
}
