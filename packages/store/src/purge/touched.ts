import type { IssueReading } from '@broadsheet/parser';
import { sql, type Transaction } from 'kysely';
import { definitionsOf } from '../names/definitions.js';

/** What issues share and a purged text may have told: ids by table. */
export interface Touched {
  readonly source: readonly string[];
  readonly keyword: readonly string[];
  readonly contributor: readonly string[];
  readonly rubric: readonly string[];
  readonly series: readonly string[];
}

/**
 * What the rows of an issue in `past` share with others. `defined` are slugs of full names that its text defines: names that other issues
 * were tied to by it.
 */
export async function listTouched(
  trx: Transaction<unknown>,
  issueId: string,
  defined: readonly string[],
): Promise<Touched> {
  const { rows } = await sql<Touched>`
    select
      array(select source_id from past.attribution where issue_id = ${issueId}
        union select id from past.source where slug = any(${defined}::text[])
        union select id from published.source where slug = any(${defined}::text[])) as source,
      array(select keyword_id from past.item_keyword where issue_id = ${issueId} group by 1) as keyword,
      array(select contributor_id from past.byline where issue_id = ${issueId} group by 1) as contributor,
      array(select rubric_id from past.section where issue_id = ${issueId} and rubric_id is not null group by 1) as rubric,
      array(select series_id from past.series_part where issue_id = ${issueId} group by 1) as series
  `.execute(trx);
  return rows[0] ?? { source: [], keyword: [], contributor: [], rubric: [], series: [] };
}

/** Slugs of the full names that revisions of an issue define, all of them or one. */
export async function listDefined(trx: Transaction<unknown>, issueId: string, ordinal?: number): Promise<string[]> {
  const { rows } = await sql<{ reading: IssueReading }>`
    select reading from editorial.revision where issue_id = ${issueId}
      and (${ordinal ?? null}::int is null or ordinal = ${ordinal ?? null}::int)
  `.execute(trx);
  return [...new Set(rows.flatMap(({ reading }) => definitionsOf(reading)).map(({ long_key }) => long_key))];
}
