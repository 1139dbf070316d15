interface Facts {
  readonly key: readonly string[];
  /** Columns that hold an id, and the table in which it must stand. */
  readonly points: Readonly<Record<string, TableName>>;
}

export const TABLE_NAMES = [
  'publication',
  'rubric',
  'series',
  'source',
  'keyword',
  'contributor',
  'entity_name',
  'redirect',
  'issue',
  'revision',
  'diagnostic',
  'section',
  'item',
  'series_part',
  'item_keyword',
  'item_source',
  'item_contributor',
  'item_rubric',
  'attribution',
  'byline',
  'link',
  'exchange',
  'heading',
  'event',
  'event_mention',
] as const;

/** The tables of a state, written down a second time: what the store says of them is not asked. */
export type TableName = (typeof TABLE_NAMES)[number];

const part = (points: Facts['points'] = {}): Facts => ({
  key: ['item_id', 'ordinal'],
  points: { item_id: 'item', issue_id: 'issue', ...points },
});
const link = (column: string, table: TableName): Facts => ({
  key: ['item_id', column],
  points: { item_id: 'item', issue_id: 'issue', [column]: table },
});
const node = (points: Facts['points'] = {}): Facts => ({ key: ['id'], points });

export const TABLES: Readonly<Record<TableName, Facts>> = {
  publication: node(),
  rubric: node({ publication_id: 'publication', parent_id: 'rubric' }),
  series: node(),
  source: node(),
  keyword: node(),
  contributor: node(),
  entity_name: { key: ['entity_id', 'name'], points: {} },
  redirect: node(),
  issue: node({ publication_id: 'publication', lead_item_id: 'item', revision_id: 'revision' }),
  revision: node({ issue_id: 'issue' }),
  diagnostic: { key: ['revision_id', 'ordinal'], points: { revision_id: 'revision', issue_id: 'issue' } },
  section: node({ issue_id: 'issue', rubric_id: 'rubric', parent_id: 'section' }),
  item: node({ issue_id: 'issue', publication_id: 'publication', section_id: 'section' }),
  series_part: {
    key: ['item_id'],
    points: { item_id: 'item', issue_id: 'issue', series_id: 'series', previous_id: 'item', next_id: 'item' },
  },
  item_keyword: link('keyword_id', 'keyword'),
  item_source: link('source_id', 'source'),
  item_contributor: link('contributor_id', 'contributor'),
  item_rubric: link('rubric_id', 'rubric'),
  attribution: part({ source_id: 'source' }),
  byline: part({ contributor_id: 'contributor' }),
  link: part(),
  exchange: part(),
  heading: part(),
  event: node({ item_id: 'item', issue_id: 'issue' }),
  event_mention: part({ event_id: 'event' }),
};

/** Tables whose rows are nodes of the graph. */
export const NODE_TABLES = TABLE_NAMES.filter((table) => TABLES[table].key.join() === 'id' && table !== 'redirect');
