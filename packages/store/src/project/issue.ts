import type { IssueReading, Rendered } from '@broadsheet/parser';
import type { EntityCuration } from '../curation/entity-curation.js';
import { addressKey } from '../identity/address-key.js';
import { makeId } from '../identity/id.js';
import { pathKey } from '../identity/slug.js';
import type { SourceTies } from '../names/source-ties.js';
import type { DiagnosticRow, IssueRow, PublicationRow, RevisionRow, RubricRow, SectionRow } from '../tables.js';
import { issueRedirects } from './issue-redirects.js';
import { projectItems } from './items.js';
import { orderKeys } from './order-keys.js';
import type { Rows } from './rows.js';
import { rubricKeys } from './rubric-keys.js';
import { spanColumns } from './span-columns.js';

/** A diagnostic with its words cut, as a revision keeps it. */
export type KeptDiagnostic = Omit<DiagnosticRow, 'revision_id' | 'issue_id' | 'ordinal'>;

/** A revision with what its reader was told. */
export interface ProjectedRevision {
  readonly row: RevisionRow;
  readonly diagnostics: readonly KeptDiagnostic[];
}

/** All that decides the rows of one issue. */
export interface IssueFacts {
  readonly publication: PublicationRow;
  readonly id: string;
  readonly slug: string;
  /** Slugs by which it was found before. */
  readonly former: readonly string[];
  readonly number: number | null;
  readonly published_on: string | null;
  readonly published_at: string | null;
  readonly url: string | null;
  readonly status: IssueRow['status'];
  readonly reading: IssueReading;
  /** The document that the reading's spans point into. */
  readonly document: string;
  /** Ids of the reading's items, by index, and what events are told by. */
  readonly items: readonly ItemIdentity[];
  /** The revision that is shown first, then the others. */
  readonly revisions: readonly [ProjectedRevision, ...ProjectedRevision[]];
}

export interface ItemIdentity {
  readonly id: string;
  /** The normalised title of the item's first reading. */
  readonly anchor: string;
}

/** Every row that one issue owns, and the rubrics its headings name. Pure. */
export interface ProjectedIssue {
  readonly rows: Rows;
  readonly rubrics: readonly RubricRow[];
  /** Slugs of the sources, keywords and contributors that the rows name, by id. */
  readonly slugs: ReadonlyMap<string, string>;
}

/** What decides the rows of an issue beside its own facts. */
export interface ProjectContext {
  /** Whom its source lines name. */
  readonly ties: SourceTies;
  /** What was decided about names by hand. */
  readonly curation: EntityCuration;
  /** Which of its guessed headings other issues have too, as paths. */
  readonly recurring: ReadonlySet<string>;
}

/** The rows of an issue. */
export function projectIssue(facts: IssueFacts, { ties, curation, recurring }: ProjectContext): ProjectedIssue {
  const sections = projectSections(facts, recurring);
  const items = projectItems(facts, sections.rows, ties, curation);
  return {
    rows: {
      issue: [issueRow(facts)],
      redirect: issueRedirects(facts),
      section: sections.rows,
      revision: facts.revisions.map(({ row }) => row),
      diagnostic: facts.revisions.flatMap(diagnosticRows),
      ...items.rows,
    },
    rubrics: sections.rubrics,
    slugs: items.slugs,
  };
}

function issueRow(facts: IssueFacts): IssueRow {
  const { reading } = facts;
  const lead = reading.leadItem === null ? undefined : facts.items[reading.leadItem];
  return {
    id: facts.id,
    publication_id: facts.publication.id,
    slug: facts.slug,
    number: facts.number,
    title: reading.title.value,
    language: facts.publication.language,
    published_on: facts.published_on,
    published_at: facts.published_at,
    url: facts.url,
    status: facts.status,
    ...introduction(reading.introduction),
    lead_item_id: lead?.id ?? null,
    revision_id: facts.revisions[0].row.id,
    address_key: facts.url === null ? null : addressKey(facts.url),
    ...orderKeys(facts.published_on, facts.publication.slug, facts.slug),
  };
}

function projectSections(
  facts: IssueFacts,
  recurring: ReadonlySet<string>,
): { rows: SectionRow[]; rubrics: RubricRow[] } {
  const keys = rubricKeys(facts.reading.sections, recurring);
  const rows: SectionRow[] = [];
  const rubrics = new Map<string, RubricRow>();
  const seen = new Map<string, number>();
  for (const [index, section] of facts.reading.sections.entries()) {
    const slug = pathKey(section.path);
    const times = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, times);
    const rubric = keys.has(slug) ? rubricRow(facts.publication.id, slug, section.heading) : null;
    if (rubric !== null) rubrics.set(rubric.id, rubrics.get(rubric.id) ?? rubric);
    rows.push({
      id: makeId('section', facts.id, slug, times),
      issue_id: facts.id,
      rubric_id: rubric?.id ?? null,
      heading: section.heading,
      path: section.path,
      depth: section.depth,
      position: index + 1,
      parent_id: section.parent === null ? null : (rows[section.parent]?.id ?? null),
      ...introduction(section.introduction),
      ...spanColumns(facts.document, section.span),
    });
  }
  return { rows, rubrics: [...rubrics.values()] };
}

function rubricRow(publicationId: string, slug: string, heading: string): RubricRow {
  const above = slug.lastIndexOf('/');
  return {
    id: makeId('rubric', publicationId, slug),
    publication_id: publicationId,
    slug,
    heading,
    parent_id: above === -1 ? null : makeId('rubric', publicationId, slug.slice(0, above)),
    section_count: 0,
  };
}

function introduction(rendered: Rendered | null) {
  return {
    introduction_text: rendered?.text ?? null,
    introduction_markdown: rendered?.markdown ?? null,
    introduction_html: rendered?.html ?? null,
  };
}

function diagnosticRows({ row, diagnostics }: ProjectedRevision): DiagnosticRow[] {
  return diagnostics.map((diagnostic, index) => ({
    revision_id: row.id,
    issue_id: row.issue_id,
    ordinal: index + 1,
    ...diagnostic,
  }));
}
