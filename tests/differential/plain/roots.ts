import { parseId, type SourceRow } from '@broadsheet/store';
import { GraphQLError } from 'graphql';
import { type EntityWhere, type EventWhere, fitsEvent, fitsName, idsOf } from './filters.js';
import {
  Contributor,
  Event,
  Issue,
  type IssueArgs,
  Item,
  type ItemArgs,
  issuePage,
  itemPage,
  Keyword,
  nameById,
  only,
  Publication,
  Revision,
  Rubric,
  Section,
  Series,
  Source,
  sorted,
} from './nodes.js';
import { type PageArgs, PlainPage } from './page.js';
import type { Sight } from './sight.js';
import type { PlainTables, State } from './state.js';

interface SlugArgs {
  readonly slug: string;
}

interface EventArgs extends PageArgs {
  readonly where?: EventWhere | null;
  readonly orderBy: 'EARLIEST' | 'LATEST';
}

interface NameArgs extends PageArgs {
  readonly where?: EntityWhere | null;
  readonly orderBy: 'USAGE' | 'NAME';
}

/** The fields that read a state from its top. */
class PlainReads {
  protected readonly sight: Sight;

  constructor(sight: Sight) {
    this.sight = sight;
  }

  publications() {
    return sorted(this.rows.publication, ({ slug }) => slug).map((row) => new Publication(this.sight, row));
  }

  publication({ slug }: SlugArgs) {
    const row = this.rows.publication.find((one) => one.slug === slug);
    return row && new Publication(this.sight, row);
  }

  issue({ publication, slug }: SlugArgs & { readonly publication: string }) {
    const of = this.rows.publication.find((one) => one.slug === publication)?.id;
    const own = this.rows.issue.find((one) => one.publication_id === of && one.slug === slug)?.id;
    const other = this.rows.redirect.find((one) => one.type === 'Issue' && one.slug === `${of}/${slug}`)?.target_id;
    return only(this.rows.issue, own ?? other ?? null, (row) => new Issue(this.sight, row));
  }

  issues(args: IssueArgs) {
    return issuePage(this.sight, this.rows.issue, args);
  }

  items(args: ItemArgs) {
    return itemPage(this.sight, this.rows.item, args);
  }

  events(args: EventArgs) {
    const { sight } = this;
    const rows = this.rows.event.filter((event) => fitsEvent(sight.state, event, args.where));
    const order = [{ of: (row: { day: string }) => row.day, descending: args.orderBy === 'LATEST' }, BY_ID];
    return new PlainPage({ ...sight, rows, order, node: (row) => new Event(sight, row) }, args);
  }

  sources(args: NameArgs) {
    return this.names('source', this.rows.source, args);
  }

  keywords(args: NameArgs) {
    return this.names('keyword', this.rows.keyword, args);
  }

  source({ slug }: SlugArgs) {
    return this.name('source', slug);
  }

  keyword({ slug }: SlugArgs) {
    return this.name('keyword', slug);
  }

  contributor({ slug }: SlugArgs) {
    return this.name('contributor', slug);
  }

  protected get rows() {
    return this.sight.state.rows;
  }

  private names(table: 'source' | 'keyword', all: readonly Omit<SourceRow, 'abbreviation'>[], args: NameArgs) {
    const { sight } = this;
    const rows = all.filter((row) => fitsName(sight.state, table, row, args.where));
    const byUse = { of: (row: { item_count: number }) => row.item_count, descending: true };
    const byName = { of: (row: { name_key: string }) => row.name_key };
    const order = [args.orderBy === 'USAGE' ? byUse : byName, BY_ID];
    const node = (row: Omit<SourceRow, 'abbreviation'>) =>
      table === 'source' ? new Source(sight, row) : new Keyword(sight, row);
    return new PlainPage<Omit<SourceRow, 'abbreviation'>>({ ...sight, rows, order, node }, args);
  }

  private name(table: 'source' | 'keyword' | 'contributor', slug: string) {
    const [id] = idsOf(this.rows, table, slug);
    return id === undefined ? null : nameById(this.sight, table, id);
  }
}

const BY_ID = { of: (row: { id: string }) => row.id };

/** Query in another state. */
export class PlainSnapshot extends PlainReads {
  readonly __typename = 'Snapshot';

  get cursor() {
    const { name } = this.sight.state;
    return typeof name === 'object' && name.seq > 0 ? changeCursor(name.seq) : null;
  }
}

/** What the states of a graph are asked for. */
export interface States {
  readonly now: State;
  preview(): Promise<State>;
  /** What was public after the change of that seq, seen at an instant. */
  past(seq: number, at: string): Promise<State>;
}

/** Who asks, and what of. */
export interface PlainQueryOptions {
  readonly states: States;
  readonly mayReadDrafts: boolean;
  readonly foreign: ReadonlySet<string>;
}

/** The root of the plain path: rows in memory, resolved field by field by graphql-js. */
export class PlainQuery extends PlainReads {
  readonly __typename = 'Query';
  readonly #options: PlainQueryOptions;

  constructor(options: PlainQueryOptions) {
    super({ state: options.states.now, foreign: options.foreign });
    this.#options = options;
  }

  async asOf({ at }: { readonly at: string }) {
    const { states, foreign } = this.#options;
    const instant = `${new Date(at).toISOString().slice(0, 19)}.${(/\.(\d+)/.exec(at)?.[1] ?? '').slice(0, 6).padEnd(6, '0')}Z`;
    const seqs = this.rows.change.filter((change) => change.at <= instant).map(({ seq }) => seq);
    return new PlainSnapshot({ state: await states.past(Math.max(0, ...seqs), at), foreign });
  }

  async preview() {
    if (!this.#options.mayReadDrafts) throw new GraphQLError('FORBIDDEN', { extensions: { code: 'FORBIDDEN' } });
    return new PlainSnapshot({ state: await this.#options.states.preview(), foreign: this.#options.foreign });
  }

  node({ id }: { readonly id: string }) {
    return this.find(id);
  }

  nodes({ ids }: { readonly ids: readonly string[] }) {
    if (ids.length > 100) throw new GraphQLError('TOO_MANY_IDS', { extensions: { code: 'TOO_MANY_IDS' } });
    // An id that may not be read refuses the whole list.
    for (const id of ids) this.assertMayRead(id);
    return ids.map((id) => this.find(id));
  }

  changes(args: PageArgs & { readonly publication?: readonly string[] | null }) {
    const { publication } = args;
    const ids = this.rows.publication.filter(({ slug }) => publication?.includes(slug)).map(({ id }) => id);
    const rows = this.rows.change.filter(
      (change) => !publication || change.kind === 'CURATED' || ids.includes(change.publication_id ?? ''),
    );
    const order = [{ of: (row: { seq: number }) => row.seq }];
    return new PlainPage({ ...this.sight, rows, order, node: (row) => this.change(row) }, args);
  }

  private change(row: PlainTables['change']) {
    const entries = this.rows.change_entry.filter(({ seq }) => seq === row.seq);
    return {
      cursor: changeCursor(row.seq),
      kind: row.kind,
      at: row.at,
      note: row.note,
      issue: () => only(this.rows.issue, row.issue_id, (issue) => new Issue(this.sight, issue)),
      entries: () =>
        sorted(entries, ({ ordinal }) => ordinal).map((entry) => ({
          action: entry.action,
          id: entry.id,
          type: entry.type,
          node: () => nodeIn(this.sight, entry.type, entry.id),
          replacedBy: entry.replaced_by,
        })),
    };
  }

  private assertMayRead(id: string): void {
    if (parseId(id)?.state !== 'draft' || this.#options.mayReadDrafts) return;
    throw new GraphQLError('FORBIDDEN', { extensions: { code: 'FORBIDDEN' } });
  }

  private async find(id: string) {
    this.assertMayRead(id);
    const parsed = parseId(id);
    if (parsed === undefined) return null;
    const state = await this.stateOf(parsed.state);
    const { canonical } = parsed;
    const target = state.rows.redirect.find((row) => row.id === canonical && REDIRECTED.includes(parsed.type));
    const found = nodeIn({ state, foreign: this.#options.foreign }, parsed.type, target?.target_id ?? canonical);
    if (found !== undefined) return found;
    if (!state.rows.gone.some((row) => row.id === canonical)) return null;
    throw new GraphQLError('GONE', { extensions: { code: 'GONE' } });
  }

  private async stateOf(state: 'now' | 'draft' | number): Promise<State> {
    const { states } = this.#options;
    if (state === 'now') return states.now;
    if (state === 'draft') return states.preview();
    const at = this.rows.change.find(({ seq }) => seq === state)?.at;
    return states.past(state, at ?? new Date().toISOString());
  }
}

const REDIRECTED: readonly string[] = ['Source', 'Keyword', 'Contributor', 'Series'];

function changeCursor(seq: number): string {
  return JSON.stringify([String(seq)]);
}

function nodeIn(sight: Sight, type: string, id: string): object | undefined {
  const { rows } = sight.state;
  switch (type) {
    case 'Publication':
      return only(rows.publication, id, (row) => new Publication(sight, row));
    case 'Issue':
      return only(rows.issue, id, (row) => new Issue(sight, row));
    case 'Section':
      return only(rows.section, id, (row) => new Section(sight, row));
    case 'Rubric':
      return only(rows.rubric, id, (row) => new Rubric(sight, row));
    case 'Item':
      return only(rows.item, id, (row) => new Item(sight, row));
    case 'Series':
      return only(rows.series, id, (row) => new Series(sight, row));
    case 'Contributor':
      return only(rows.contributor, id, (row) => new Contributor(sight, row));
    case 'Source':
      return only(rows.source, id, (row) => new Source(sight, row));
    case 'Keyword':
      return only(rows.keyword, id, (row) => new Keyword(sight, row));
    case 'Event':
      return only(rows.event, id, (row) => new Event(sight, row));
    case 'Revision':
      return only(rows.revision, id, (row) => new Revision(sight, row));
    default:
      return undefined;
  }
}
