import type { SectionReading } from '@broadsheet/parser';
import { sql, type Transaction } from 'kysely';
import { makeId } from '../identity/id.js';
import { pathKey } from '../identity/slug.js';
import { isGuessed } from '../project/rubric-keys.js';

/** An issue, whose own headings do not count. */
interface OfIssue {
  readonly issueId: string;
  readonly publicationId: string;
}

/** Which of an issue's guessed headings another public issue of the publication has too, as paths. */
export async function recurringHeadings(
  trx: Transaction<unknown>,
  { issueId, publicationId }: OfIssue,
  sections: readonly Pick<SectionReading, 'path' | 'isKnown'>[],
  single?: Promise<readonly SingleHeading[]>,
): Promise<ReadonlySet<string>> {
  const keys = [...new Set(sections.filter(isGuessed).map(({ path }) => pathKey(path)))];
  if (keys.length === 0) return new Set();
  const ids = new Map(keys.map((key) => [makeId('rubric', publicationId, key), key]));
  const found = sql<{ id: string }>`
    select r.id from unnest(${[...ids.keys()]}::text[]) as r(id)
    where exists (select from published.section s where s.rubric_id = r.id and s.issue_id <> ${issueId})
  `.execute(trx);
  const [{ rows }, others] = await Promise.all([found, single ?? listSingleHeadings(trx, { issueId, publicationId })]);
  return new Set([...rows.flatMap(({ id }) => ids.get(id) ?? []), ...others.map(({ key }) => key)]);
}

/** A heading that no second issue has. */
export interface SingleHeading {
  readonly issueId: string;
  readonly key: string;
}

/**
 * The headings of the publication's other public issues that are no rubrics: guessed ones are few. They are found first, and then whose they are: before
 * the planner knows that they are few it would go through all issues.
 */
export async function listSingleHeadings(
  trx: Transaction<unknown>,
  { issueId, publicationId }: OfIssue,
): Promise<readonly SingleHeading[]> {
  const { rows } = await sql<{ issue_id: string; path: readonly string[] }>`
    with s as materialized (
      select issue_id, path from published.section where rubric_id is null and issue_id <> ${issueId}
    )
    select s.issue_id, s.path from s join published.issue i on i.id = s.issue_id where i.publication_id = ${publicationId}
  `.execute(trx);
  return rows.map(({ issue_id, path }) => ({ issueId: issue_id, key: pathKey(path) }));
}

/** The issues that alone still have one of some rubrics, an issue aside. */
export async function issuesLeftAlone(
  trx: Transaction<unknown>,
  except: string,
  rubrics: readonly string[],
): Promise<readonly string[]> {
  if (rubrics.length === 0) return [];
  const { rows } = await sql<{ issue_id: string }>`
    select distinct a.issue_id from unnest(${rubrics}::text[]) as r(id), lateral (
      select s.issue_id from published.section s where s.rubric_id = r.id and s.issue_id <> ${except} limit 1
    ) a
    where not exists (
      select from published.section s where s.rubric_id = r.id and s.issue_id <> ${except} and s.issue_id <> a.issue_id
    )
  `.execute(trx);
  return rows.map(({ issue_id }) => issue_id);
}
