import type { Row, Snapshot } from './snapshot.js';
import { NODE_TABLES } from './tables.js';

/** A node as the graph reads it, and the rows that this is read from. */
export interface NodeReading {
  /** Its own columns and its lists (not its connections, nor its neighbours in an order). */
  readonly reading: string;
  /** All rows that have to do with it. */
  readonly rows: string;
}

type Parts = (node: Row) => unknown;

/** Every node of a state by id. */
export function readNodes(state: Snapshot): Map<string, NodeReading> {
  const by = groupBy;
  const lists = {
    attribution: by(state.attribution, 'item_id'),
    byline: by(state.byline, 'item_id'),
    link: by(state.link, 'item_id'),
    exchange: by(state.exchange, 'item_id'),
    heading: by(state.heading, 'item_id'),
    keywords: by(state.item_keyword, 'item_id'),
    sources: by(state.item_source, 'item_id'),
    events: by(state.event_mention, 'item_id'),
    mentions: by(state.event_mention, 'event_id'),
    issueKeywords: by(state.item_keyword, 'issue_id'),
    issueSources: by(state.item_source, 'issue_id'),
    issueEvents: by(state.event_mention, 'issue_id'),
    issueSections: by(state.section, 'issue_id'),
    issueRevisions: by(state.revision, 'issue_id'),
    sectionItems: by(state.item, 'section_id'),
    sectionChildren: by(state.section, 'parent_id'),
    rubricChildren: by(state.rubric, 'parent_id'),
    seriesParts: by(state.series_part, 'series_id'),
    part: by(state.series_part, 'item_id'),
    diagnostics: by(state.diagnostic, 'revision_id'),
    names: by(state.entity_name, 'entity_id'),
  };
  const rowsOf = (list: keyof typeof lists, id: unknown): readonly Row[] => lists[list].get(id) ?? [];
  const ids = (list: keyof typeof lists, id: unknown, column: string, ...order: string[]): unknown[] => [
    ...new Set(
      rowsOf(list, id)
        .toSorted(inOrder(order))
        .map((row) => row[column]),
    ),
  ];
  const readings: Readonly<Record<string, Parts>> = {
    issue: ({ id }) => [
      ids('issueSections', id, 'id', 'position'),
      ids('issueSources', id, 'source_id', 'oldest_key', 'ordinal'),
      ids('issueKeywords', id, 'keyword_id', 'oldest_key', 'ordinal'),
      ids('issueEvents', id, 'event_id', 'event_id'),
      ids('issueRevisions', id, 'id', 'ordinal'),
    ],
    section: ({ id }) => [ids('sectionItems', id, 'id', 'position'), ids('sectionChildren', id, 'id', 'position')],
    rubric: ({ id }) => ids('rubricChildren', id, 'id', 'slug'),
    item: ({ id }) => [
      (['attribution', 'byline', 'link', 'exchange', 'heading'] as const).map((list) => sorted(rowsOf(list, id))),
      ids('keywords', id, 'keyword_id', 'ordinal'),
      ids('sources', id, 'source_id', 'ordinal'),
      ids('events', id, 'event_id', 'event_id'),
      sorted(rowsOf('part', id)),
    ],
    event: ({ id }) =>
      rowsOf('mentions', id)
        .toSorted(inOrder(['newest_key', 'ordinal']))
        .map(plain),
    series: ({ id }) => ids('seriesParts', id, 'item_id', 'ordinal'),
    revision: ({ id }) => sorted(rowsOf('diagnostics', id)),
    source: ({ id }) => sorted(rowsOf('names', id)),
    keyword: ({ id }) => sorted(rowsOf('names', id)),
    contributor: ({ id }) => sorted(rowsOf('names', id)),
  };
  const rowsAbout = (id: unknown) =>
    Object.keys(lists).map((list) => (isList(list, lists) ? sorted(rowsOf(list, id)) : []));
  return new Map(
    NODE_TABLES.flatMap((table) =>
      state[table].map((row): [string, NodeReading] => [
        String(row['id']),
        {
          reading: JSON.stringify([plain(row), readings[table]?.(row)]),
          rows: JSON.stringify([plain(row), rowsAbout(row['id'])]),
        },
      ]),
    ),
  );
}

function groupBy(rows: readonly Row[], column: string): Map<unknown, Row[]> {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[column]);
    if (group === undefined) groups.set(row[column], [row]);
    else group.push(row);
  }
  return groups;
}

function isList<T extends object>(name: string, lists: T): name is Extract<keyof T, string> {
  return name in lists;
}

/** `since` is the state's own, and `uses` a tally that is no part of what a node says. */
function plain({ since: _, uses: __, ...row }: Row): Row {
  return row;
}

function sorted(rows: readonly Row[]): string[] {
  return rows.map((row) => JSON.stringify(plain(row))).sort();
}

function inOrder(columns: readonly string[]): (a: Row, b: Row) => number {
  return (a, b) => {
    for (const column of columns) {
      const [left, right] = [a[column], b[column]];
      if (left === right) continue;
      return typeof left === 'number' && typeof right === 'number'
        ? left - right
        : String(left) < String(right)
          ? -1
          : 1;
    }
    return 0;
  };
}
