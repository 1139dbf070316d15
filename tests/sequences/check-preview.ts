import { differences, type Row, type Snapshot } from './snapshot.js';
import { TABLE_NAMES, TABLES, type TableName } from './tables.js';

/** What publishing changes of a draft's rows: the state, when it was, and how often names are used. */
const NOT_COMPARED = ['since', 'status', 'published_at', 'superseded_at', 'item_count', 'uses', 'section_count'];

/** A preview, taken when an issue was a draft, and what was public before that draft was published. */
export interface Promised {
  readonly issueId: string;
  readonly preview: Snapshot;
  readonly before: Snapshot;
  /** Whether it was the only draft. */
  readonly alone: boolean;
}

/** What a draft's preview showed is what is public once it was published. */
export function brokenPreview({ issueId, preview, before, alone }: Promised, published: Snapshot): string[] {
  const own = differences(preview, published, {
    without: NOT_COMPARED,
    rows: (table, row) => ownerOf(table, row) === issueId && !isOldRevision(table, row, published, issueId),
  });
  return [
    ...own,
    ...(alone ? [...sharedByIssues(preview, published), ...newNames(preview, published, before, issueId)] : []),
  ].map((line) => `preview of ${issueId}: ${line}`);
}

function ownerOf(table: TableName, row: Row): unknown {
  if (table === 'issue') return row['id'];
  return 'issue_id' in TABLES[table].points && !SHARED.some((name) => name === table) ? row['issue_id'] : undefined;
}

/** Only the preview lists revisions that never were public. */
function isOldRevision(table: TableName, row: Row, published: Snapshot, issueId: string): boolean {
  if (table !== 'revision' && table !== 'diagnostic') return false;
  const shown = published.issue.find(({ id }) => id === issueId)?.['revision_id'];
  return row[table === 'revision' ? 'id' : 'revision_id'] !== shown;
}

function sharedByIssues(preview: Snapshot, published: Snapshot): string[] {
  return differences(preview, published, { tables: SHARED, without: NOT_COMPARED });
}

/** Names that only the draft had; where its definitions tie other issues anew, which no preview tells, names may be others. */
function newNames(preview: Snapshot, published: Snapshot, before: Snapshot, issueId: string): string[] {
  const others = (_: TableName, row: Row): boolean => row['issue_id'] !== issueId;
  if (differences(before, published, { tables: ['attribution'], rows: others }).length > 0) return [];
  const known = new Set(NAMES.flatMap((table) => before[table].map(({ id }) => id)));
  const isNew = (id: unknown): boolean => !known.has(id);
  const rows = (table: TableName, row: Row): boolean => isNew(row[table === 'entity_name' ? 'entity_id' : 'id']);
  return differences(preview, published, { tables: [...NAMES, 'entity_name'], without: NOT_COMPARED, rows });
}

const SHARED = ['event', 'series', 'series_part'] as const;
const NAMES = ['source', 'keyword', 'contributor', 'rubric'] as const;

/** The tables of the drafts hold what drafts need and nothing else. */
export function leftovers(draft: Snapshot): string[] {
  const drafts = new Set(draft.issue.map(({ id }) => id));
  const named = new Set([
    ...drafts,
    ...draft.item_source.map((row) => row['source_id']),
    ...draft.item_keyword.map((row) => row['keyword_id']),
    ...draft.item_contributor.map((row) => row['contributor_id']),
    ...draft.section.map((row) => row['rubric_id']),
  ]);
  const isNeeded = (table: TableName, row: Row): boolean => {
    // What a draft changes in these stands in the draft whole, with the rows of other issues.
    if (SHARED.some((name) => name === table) || row['type'] === 'Series') return drafts.size > 0;
    const owner = ownerOf(table, row);
    if (owner !== undefined) return drafts.has(owner);
    return named.has(row[NAMED_BY[table] ?? 'id']);
  };
  return TABLE_NAMES.flatMap((table) =>
    draft[table]
      .filter((row) => !isNeeded(table, row))
      .map((row) => `left over in draft.${table}: ${JSON.stringify(row).slice(0, 200)}`),
  ).slice(0, 4);
}

const NAMED_BY: Readonly<Partial<Record<TableName, string>>> = { entity_name: 'entity_id', redirect: 'target_id' };
