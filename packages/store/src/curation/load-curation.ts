import { type RawBuilder, sql, type Transaction } from 'kysely';
import {
  type EntityCuration,
  type EntityDecision,
  entityCuration,
  type Merge,
  mergesIn,
  rootOf,
} from './entity-curation.js';

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

/**
 * Call it before an issue is hidden: what that alone made public of merged names is withheld. Returns the entities that are told otherwise
 * then, be they named in the issue or not.
 */
export function withholdNames(trx: Transaction<unknown>, issueId: string): Promise<readonly string[]> {
  return readAnew(trx, issueId, { hidden: issueId });
}

/** Call it before an issue is shown that was not: what it made public of merged names is so again. Returns the entities that are told otherwise. */
export function giveBackNames(trx: Transaction<unknown>, issueId: string): Promise<readonly string[]> {
  return readAnew(trx, issueId, { shown: issueId });
}

async function readAnew(trx: Transaction<unknown>, issueId: string, about: AboutTo): Promise<readonly string[]> {
  const before = await loadCuration(trx);
  const concerned = mergesIn(before).filter(({ data }) =>
    [data.issues, data.into_issues].some((issues) => issues?.includes(issueId)),
  );
  if (concerned.length === 0) return [];
  forgetCuration(trx);
  const after = mergesIn(await readOnce(trx, about));
  const isOther = (was: Merge): boolean =>
    after.some(
      (is) =>
        is.subject_id === was.subject_id &&
        (is.is_withheld !== was.is_withheld || is.is_into_withheld !== was.is_into_withheld),
    );
  return [...new Set(concerned.filter(isOther).map(({ subject_id }) => rootOf(before, subject_id)))];
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
  // An issue that is about to be shown may be a new one, which is stored later.
  const isWithheld = (issues: RawBuilder<unknown>): RawBuilder<boolean> =>
    sql`operation = 'MERGE' and ${issues} is not null and not exists (
      select from json_array_elements_text(${issues}) as told(id)
      where told.id = ${shown} or exists (
        select from editorial.issue i where i.id = told.id and i.published_ordinal is not null and i.id is distinct from ${hidden}))`;
  const { rows } = await sql<EntityDecision>`
    select operation, subject_id, data, ${isWithheld(sql`c.data -> 'issues'`)} as is_withheld,
      ${isWithheld(sql`c.data -> 'into_issues'`)} as is_into_withheld
    from editorial.curation c
    where operation in ('MERGE', 'SPLIT', 'UPDATE_ENTITY') order by operation, subject_id
  `.execute(trx);
  return rows;
}
