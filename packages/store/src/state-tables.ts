import type { NodeType } from './identity/id.js';
import type { StateTable } from './tables.js';

/** What the diff needs to know of a table. */
export interface TableFacts {
  readonly key: readonly string[];
  /** Whose rows they are: one issue's, or shared by issues. */
  readonly owner: 'issue' | 'shared';
  /** The graph's type where a row is a node, whose id is the column `id`. */
  readonly node: NodeType | null;
  /** Columns with the ids of nodes that read this row: a change here is an update of theirs. */
  readonly readBy: readonly string[];
  /**
   * Columns with the ids of nodes that list this node, each with the column that the list is ordered by: to come, to go or to stand
   * elsewhere in it is an update of theirs.
   */
  readonly listedBy: Readonly<Record<string, string>>;
  /** Columns that the store counts by and nobody reads: they change where they stand, and no state is told by them. */
  readonly tallies: readonly string[];
}

const rows = (owner: TableFacts['owner'], key: readonly string[], readBy: readonly string[]): TableFacts => ({
  key,
  owner,
  node: null,
  readBy,
  listedBy: {},
  tallies: [],
});

const ITEM_PART = rows('issue', ['item_id', 'ordinal'], ['item_id']);

const named = (column: string): TableFacts => rows('issue', ['item_id', column], ['item_id', 'issue_id']);

const node = (type: NodeType, owner: TableFacts['owner'], listedBy: TableFacts['listedBy'] = {}): TableFacts => ({
  key: ['id'],
  owner,
  node: type,
  readBy: [],
  listedBy,
  tallies: [],
});

/** Every table of a state, in an order in which what is pointed at stands before what points. */
export const STATE_TABLES: Readonly<Record<StateTable, TableFacts>> = {
  publication: node('Publication', 'shared'),
  rubric: node('Rubric', 'shared', { parent_id: 'slug' }),
  series: node('Series', 'shared'),
  source: node('Source', 'shared'),
  keyword: node('Keyword', 'shared'),
  contributor: node('Contributor', 'shared'),
  entity_name: { ...rows('shared', ['entity_id', 'name'], ['entity_id']), tallies: ['uses'] },
  redirect: rows('shared', ['id'], []),
  issue: node('Issue', 'issue'),
  revision: node('Revision', 'issue', { issue_id: 'ordinal' }),
  diagnostic: rows('issue', ['revision_id', 'ordinal'], ['revision_id']),
  section: node('Section', 'issue', { issue_id: 'position', parent_id: 'position' }),
  item: node('Item', 'issue', { section_id: 'position' }),
  series_part: rows('shared', ['item_id'], ['item_id', 'series_id']),
  item_keyword: named('keyword_id'),
  item_source: named('source_id'),
  // An issue lists its sources and keywords, and no contributors.
  item_contributor: rows('issue', ['item_id', 'contributor_id'], ['item_id']),
  item_rubric: rows('issue', ['item_id', 'rubric_id'], []),
  attribution: ITEM_PART,
  byline: ITEM_PART,
  link: ITEM_PART,
  exchange: ITEM_PART,
  heading: ITEM_PART,
  event: node('Event', 'shared'),
  event_mention: rows('issue', ['item_id', 'ordinal'], ['item_id', 'event_id', 'issue_id']),
};

export const STATE_TABLE_NAMES: readonly StateTable[] = Object.keys(STATE_TABLES).filter(isStateTable);

export function isStateTable(name: string): name is StateTable {
  return Object.hasOwn(STATE_TABLES, name);
}
