import type { SourceRow } from '@broadsheet/store';
import { changeCursor } from './change-cursor.js';
import { Event } from './event.js';
import { type EntityWhere, type EventWhere, fitsEvent, fitsName, idsOf } from './filters.js';
import { Issue } from './issue.js';
import { type IssueArgs, type ItemArgs, issuePage, itemPage } from './lists.js';
import { Keyword, nameById, Source } from './names.js';
import { type PageArgs, PlainPage } from './page.js';
import { only, sorted } from './plain-node.js';
import { Publication } from './publication.js';
import type { Sight } from './sight.js';

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
export class PlainReads {
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
