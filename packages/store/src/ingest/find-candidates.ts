import { sql, type Transaction } from 'kysely';
import { ISSUE_COLUMNS } from '../editorial/load.js';
import type { IssueRecord } from '../editorial/records.js';
import { redirectSlug } from '../project/issue-redirects.js';
import { newestKeysOn } from '../project/order-keys.js';

/** An issue that a document may be of, and what it was found by. */
export interface FoundIssue {
  readonly issue: IssueRecord;
  readonly by: 'DOCUMENT' | 'SLUG' | 'DAY';
}

interface Clues {
  readonly publicationId: string;
  readonly sha256: string;
  readonly slugs: readonly string[];
  /** `YYYY-MM-DD` */
  readonly day: string | undefined;
}

/** The issues of a publication that have a document, one of some slugs, or a day; each once, by the strongest of these. */
export async function findCandidates(trx: Transaction<unknown>, clues: Clues): Promise<readonly FoundIssue[]> {
  const { rows } = await sql<FoundIssue>`
    with found (id, by) as (${byDocument(clues)} union all ${bySlug(clues)} union all ${byDay(clues)})
    select row_to_json(r) as issue, f.by from (
      select id, min(case by when 'DOCUMENT' then '1DOCUMENT' when 'SLUG' then '2SLUG' else '3DAY' end) as by from found group by id
    ) k cross join lateral (select substr(k.by, 2) as by) f
    cross join lateral (select ${ISSUE_COLUMNS} from editorial.issue i where i.id = k.id) r
    order by k.by, r.id
  `.execute(trx);
  return rows;
}

function byDocument({ publicationId, sha256 }: Clues) {
  const from = (schema: 'published' | 'draft') => sql`
    select i.id, 'DOCUMENT' from ${sql.table(`${schema}.revision`)} r join ${sql.table(`${schema}.issue`)} i on i.id = r.issue_id
    where r.sha256 = ${sha256} and i.publication_id = ${publicationId}`;
  return sql`${from('published')} union all ${from('draft')}`;
}

// Slugs that were given by hand, now or before, find an issue too.
function bySlug({ publicationId, slugs }: Clues) {
  const from = (schema: 'editorial' | 'published' | 'draft') => sql`
    select id, 'SLUG' from ${sql.table(`${schema}.issue`)} where publication_id = ${publicationId} and slug = any(${slugs}::text[])`;
  const given = slugs.map((slug) => redirectSlug(publicationId, slug));
  const led = (schema: 'published' | 'draft') => sql`
    select target_id, 'SLUG' from ${sql.table(`${schema}.redirect`)} where type = 'Issue' and slug = any(${given}::text[])`;
  return sql`${from('editorial')} union all ${from('published')} union all ${from('draft')}
    union all ${led('published')} union all ${led('draft')}`;
}

// The keys of the newest order begin with the day, so its index finds a day.
function byDay({ publicationId, day }: Clues) {
  if (day === undefined) return sql`select null, null where false`;
  const { above, below } = newestKeysOn(day);
  const from = (schema: 'published' | 'draft') => sql`
    select id, 'DAY' from ${sql.table(`${schema}.issue`)}
    where publication_id = ${publicationId} and newest_key > ${above} and newest_key < ${below}`;
  return sql`${from('published')} union all ${from('draft')}`;
}
