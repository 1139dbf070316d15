import { sql, type Transaction } from 'kysely';
import { type EntityCuration, type EntityDecision, entityCuration } from './entity-curation.js';

/** What a transaction has read; forgotten when it decides something. */
const read = new WeakMap<Transaction<unknown>, Promise<EntityCuration>>();

/** All decisions about entities: a desk makes hundreds, so they are read whole, once a transaction. */
export function loadCuration(trx: Transaction<unknown>): Promise<EntityCuration> {
  return readOnce(trx, {});
}

/** Call it when decisions were written. */
export function forgetCuration(trx: Transaction<unknown>): void {
  read.delete(trx);
}

/** Call it before an issue is hidden: what that alone made public of merged names is withheld. */
export async function withholdNames(trx: Transaction<unknown>, issueId: string): Promise<void> {
  forgetCuration(trx);
  await readOnce(trx, { hidden: issueId });
}

/** Call it before an issue is shown that was not: what it made public of merged names is so again. */
export async function giveBackNames(trx: Transaction<unknown>, issueId: string): Promise<void> {
  const { decisions } = await loadCuration(trx);
  if (!decisions.some((one) => one.operation === 'MERGE' && one.is_withheld && one.data.issues?.includes(issueId)))
    return;
  forgetCuration(trx);
  await readOnce(trx, { shown: issueId });
}

/** An issue that a transaction is about to hide or to show. */
interface AboutTo {
  readonly hidden?: string;
  readonly shown?: string;
}

function readOnce(trx: Transaction<unknown>, about: AboutTo): Promise<EntityCuration> {
  const known = read.get(trx) ?? listDecisions(trx, about).then(entityCuration);
  read.set(trx, known);
  return known;
}

async function listDecisions(
  trx: Transaction<unknown>,
  { hidden = null, shown = null }: { readonly [Key in keyof AboutTo]: AboutTo[Key] | null },
): Promise<readonly EntityDecision[]> {
  const { rows } = await sql<EntityDecision>`
    select operation, subject_id, data, operation = 'MERGE' and data -> 'issues' is not null and not exists (
      select from editorial.issue i where i.id in (select json_array_elements_text(c.data -> 'issues'))
        and (i.id = ${shown} or i.published_ordinal is not null and i.id is distinct from ${hidden})) as is_withheld
    from editorial.curation c
    where operation in ('MERGE', 'SPLIT', 'UPDATE_ENTITY') order by operation, subject_id
  `.execute(trx);
  return rows;
}
