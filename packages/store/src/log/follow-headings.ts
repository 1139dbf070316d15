import type { Transaction } from 'kysely';
import { findReading } from '../editorial/load.js';
import { makeId } from '../identity/id.js';
import { pathKey } from '../identity/slug.js';
import { rubricsBySection } from '../project/items.js';
import type { AnyRow } from '../project/rows.js';
import { rubricKeys } from '../project/rubric-keys.js';
import {
  issuesLeftAlone,
  listSingleHeadings,
  recurringHeadings,
  type SingleHeading,
} from '../shared/recurring-headings.js';
import type { ItemRubricRow, SectionRow } from '../tables.js';
import { diffRows, type TableDiff } from './diff.js';
import { loadIssueRows } from './load-rows.js';

/** An issue whose sections change. */
export interface HeadingChange {
  readonly issueId: string;
  readonly publicationId: string;
}

/**
 * The issues whose headings a diff of one issue's sections changes: a heading that two issues have now is a rubric in both, and one that a single
 * issue is left with is none, unless the layout knows it. The issue's own sections are looked at in the diff alone.
 */
export async function issuesHeadedAnew(
  trx: Transaction<unknown>,
  changed: HeadingChange,
  diff: readonly TableDiff[],
  singleHeadings?: Promise<readonly SingleHeading[]>,
): Promise<readonly string[]> {
  const sections = diff.filter(({ table }) => table === 'section');
  const came = new Set(sections.flatMap(({ added }) => added.map(keyOfRow)));
  const left = new Set(sections.flatMap(({ removed }) => removed.flatMap(rubricOfRow)));
  if (came.size + left.size === 0) return [];
  const [single, alone] = await Promise.all([
    singleHeadings ?? listSingleHeadings(trx, changed),
    issuesLeftAlone(trx, changed.issueId, [...left]),
  ]);
  const issues = new Set([...single.filter(({ key }) => came.has(key)).map(({ issueId }) => issueId), ...alone]);
  return [...issues].sort();
}

/** What becomes of the headings of such issues. Call it when the sections are written. */
export async function headAnew(
  trx: Transaction<unknown>,
  { publicationId }: HeadingChange,
  issues: readonly string[],
): Promise<TableDiff[]> {
  const diffs: TableDiff[] = [];
  for (const issueId of issues) diffs.push(...(await tieHeadings(trx, { publicationId, issueId })));
  return diffs;
}

async function tieHeadings(trx: Transaction<unknown>, { issueId, publicationId }: HeadingChange): Promise<TableDiff[]> {
  const reading = await findReading(trx, 'published', issueId);
  if (reading === undefined) return [];
  const recurring = await recurringHeadings(trx, { issueId, publicationId }, reading.sections);
  const keys = rubricKeys(reading.sections, recurring);
  const present = await loadIssueRows(trx, 'published', issueId);
  const section = (present.section ?? []).map((row): SectionRow => {
    const key = pathKey(row.path);
    return { ...row, rubric_id: keys.has(key) ? makeId('rubric', publicationId, key) : null };
  });
  const printed = section.toSorted((a, b) => a.position - b.position);
  const bySection = rubricsBySection(printed);
  const rubrics = new Map(printed.map(({ id }, index) => [id, bySection[index]]));
  const item_rubric = (present.item ?? []).flatMap(({ id, issue_id, newest_key, oldest_key, section_id }) =>
    [...(rubrics.get(section_id ?? '') ?? [])].map(
      (rubric_id): ItemRubricRow => ({ item_id: id, issue_id, newest_key, oldest_key, rubric_id }),
    ),
  );
  const { section: before = [], item_rubric: links = [] } = present;
  return diffRows({ section: before, item_rubric: links }, { section, item_rubric });
}

function keyOfRow({ path }: AnyRow): string {
  return Array.isArray(path) ? pathKey(path.map(String)) : '';
}

function rubricOfRow({ rubric_id }: AnyRow): string[] {
  return typeof rubric_id === 'string' ? [rubric_id] : [];
}
