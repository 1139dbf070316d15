import type { Database, StateTables } from '@broadsheet/store';

/** A table of a state, or one of the log's. */
export interface PlainTables extends StateTables {
  document: { readonly sha256: string; readonly format: string; readonly byte_length: number; readonly text: string };
  gone: { readonly id: string; readonly seq: number; readonly replaced_by: string | null };
  change: {
    readonly seq: number;
    readonly at: string;
    readonly kind: string;
    readonly note: string | null;
    readonly publication_id: string | null;
    readonly issue_id: string | null;
  };
  change_entry: {
    readonly seq: number;
    readonly ordinal: number;
    readonly action: string;
    readonly id: string;
    readonly type: string;
    readonly replaced_by: string | null;
  };
}

type Rows = { readonly [Table in keyof PlainTables]: readonly PlainTables[Table][] };

/** Which state, and whose eyes see it. */
export type StateName =
  | 'now'
  | 'preview'
  | { readonly seq: number; readonly unseenBy: 'EDITORS' | 'READERS'; readonly at: string };

/** Every row of a state in memory, and what is to be known of the state itself. */
export class State {
  readonly rows: Rows;
  readonly name: StateName;

  constructor(rows: Rows, name: StateName) {
    this.rows = rows;
    this.name = name;
  }

  /** An id as this state prints it. */
  id(id: string): string {
    if (this.name === 'now') return id;
    return this.name === 'preview' ? `${id}~draft` : `${id}~${this.name.seq}`;
  }

  /** The same rows seen at another instant. */
  seenAt(at: string): State {
    return typeof this.name === 'object' ? new State(this.rows, { ...this.name, at }) : this;
  }

  /** Today where the clocks show the time of a zone; in the past, the day of its instant. */
  today(timeZone: string): string {
    const instant = typeof this.name === 'object' ? new Date(this.name.at) : new Date();
    return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant);
  }
}

/** Reads a state table by table, each whole. */
export async function loadState(database: Database, name: StateName): Promise<State> {
  const read = <Table extends keyof PlainTables>(table: Table): Promise<readonly PlainTables[Table][]> =>
    readTable<PlainTables[Table]>(database, table, name);
  const rows: Rows = {
    publication: await read('publication'),
    issue: await read('issue'),
    section: await read('section'),
    rubric: await read('rubric'),
    item: await read('item'),
    item_keyword: await read('item_keyword'),
    item_source: await read('item_source'),
    item_contributor: await read('item_contributor'),
    item_rubric: await read('item_rubric'),
    attribution: await read('attribution'),
    byline: await read('byline'),
    link: await read('link'),
    exchange: await read('exchange'),
    heading: await read('heading'),
    event: await read('event'),
    event_mention: await read('event_mention'),
    series: await read('series'),
    series_part: await read('series_part'),
    source: await read('source'),
    keyword: await read('keyword'),
    contributor: await read('contributor'),
    entity_name: await read('entity_name'),
    redirect: await read('redirect'),
    revision: await read('revision'),
    diagnostic: await read('diagnostic'),
    document: await read('document'),
    gone: await read('gone'),
    change: await read('change'),
    change_entry: await read('change_entry'),
  };
  return new State(rows, name);
}

const OF_THE_LOG: readonly string[] = ['gone', 'change', 'change_entry'];

async function readTable<Row>(database: Database, table: string, name: StateName): Promise<readonly Row[]> {
  const statement = `select coalesce(json_agg(row), '[]') from (${selectFrom(table, name)}) t`;
  const rows: readonly Row[] = JSON.parse((await database.text(statement, [], { as: 'owner' })) ?? '[]');
  return rows;
}

/** What a state is by the store's own words: of the past, what is public and was then, and what was then and is no more. */
function selectFrom(table: string, name: StateName): string {
  const rows = (from: string) => `select row_to_json(r) as row from ${from} r`;
  const isOfTheLog = OF_THE_LOG.includes(table);
  if (name === 'now') return rows(`published.${table}`);
  if (name === 'preview') return rows(`${isOfTheLog ? 'published' : 'preview'}.${table}`);
  const { seq, unseenBy } = name;
  if (isOfTheLog) return `${rows(`published.${table}`)} where seq <= ${seq}`;
  if (table === 'document') return rows(`${unseenBy === 'EDITORS' ? 'history' : 'preview'}.document`);
  return `${rows(`published.${table}`)} where since <= ${seq} union all
    ${rows(`past.${table}`)} where since <= ${seq} and until > ${seq} and audience <> '${unseenBy}'`;
}
