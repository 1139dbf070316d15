import type { Newsroom } from '../newsroom.js';
import { askPage, type List, type Page } from './lists.js';

/** The most that one page holds. */
const LARGE = 100;

/** Holds lists against the laws of connections; what is broken is told in a sentence each. */
export class Laws {
  readonly broken: string[] = [];
  /** Pages that were asked for. */
  pages = 0;
  readonly #room: Newsroom;
  readonly #token: string;

  constructor(room: Newsroom, token: string) {
    this.#room = room;
    this.#token = token;
  }

  /** The list in one large page, page by page from the start, and page by page from the end: one and the same. */
  async readsAlike(list: List, size: number): Promise<Page | undefined> {
    const large = await this.#page(list, `first: ${LARGE}`);
    if (large === undefined) return undefined;
    if (large.totalCount !== null && large.totalCount <= LARGE && large.totalCount !== large.ids.length) {
      this.#tell(list, `totalCount is ${large.totalCount}, and the page holds ${large.ids.length}`);
    }
    this.#same(list, `pages of ${size} from the start`, large.ids, await this.#forward(list, size, large.ids.length));
    if (list.connection.goesBack && !large.hasNextPage) {
      this.#same(list, `pages of ${size} from the end`, large.ids, await this.#backward(list, size));
    }
    return large;
  }

  /** Every node of a page is found again by its id, and is the same. */
  async refetches(list: List, { ids }: Page): Promise<void> {
    if (list.connection.node === 'Change' || ids.length === 0) return;
    const { data, errors } = await this.#room.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }',
      { ids },
      { token: this.#token },
    );
    const { nodes }: { nodes: ({ __typename: string; id: string } | null)[] } = JSON.parse(
      JSON.stringify(data ?? { nodes: [] }),
    );
    const found = nodes.map((node) => (node?.__typename === list.connection.node ? node.id : String(node?.__typename)));
    if (errors !== undefined) this.#tell(list, `nodes() says ${JSON.stringify(errors)}`);
    this.#same(list, 'nodes()', ids, found);
  }

  /** A cursor of another list, or one that was changed, is refused as BAD_CURSOR by both arguments. */
  async refuses(list: List, cursor: string, why: string): Promise<void> {
    for (const argument of list.connection.goesBack ? ['after', 'before'] : ['after']) {
      this.pages += 1;
      const answer = await askPage(this.#room, this.#token, list, `${argument}: ${JSON.stringify(cursor)}`);
      const isRefused = answer.kind === 'refused' && answer.codes.length === 1 && answer.codes[0] === 'BAD_CURSOR';
      if (!isRefused) this.#tell(list, `${argument}: ${why} gives ${JSON.stringify(answer).slice(0, 200)}`);
    }
  }

  async #forward(list: List, size: number, enough: number): Promise<readonly string[]> {
    const ids: string[] = [];
    let after: string | null = null;
    // The large page may end before the list does.
    while (ids.length < enough || after === null) {
      const page: Page | undefined = await this.#page(
        list,
        `first: ${size}${after === null ? '' : ` after: "${after}"`}`,
      );
      if (page === undefined) return ids;
      this.#edges(list, page);
      if (page.hasPreviousPage !== (after !== null) && list.connection.goesBack)
        this.#tell(list, `hasPreviousPage is ${page.hasPreviousPage} after ${ids.length}`);
      ids.push(...page.ids);
      if (!page.hasNextPage || page.endCursor === null) return ids;
      after = page.endCursor;
    }
    return ids.slice(0, enough);
  }

  async #backward(list: List, size: number): Promise<readonly string[]> {
    const ids: string[] = [];
    let before: string | null = null;
    for (;;) {
      const page: Page | undefined = await this.#page(
        list,
        `last: ${size}${before === null ? '' : ` before: "${before}"`}`,
      );
      if (page === undefined) return ids;
      this.#edges(list, page);
      if (page.hasNextPage !== (before !== null))
        this.#tell(list, `hasNextPage is ${page.hasNextPage} before ${ids.length}`);
      ids.unshift(...page.ids);
      if (!page.hasPreviousPage || page.startCursor === null) return ids;
      before = page.startCursor;
    }
  }

  #edges(list: List, { cursors, startCursor, endCursor }: Page): void {
    if ((cursors[0] ?? null) !== startCursor) this.#tell(list, 'startCursor is not that of the first edge');
    if ((cursors.at(-1) ?? null) !== endCursor) this.#tell(list, 'endCursor is not that of the last edge');
  }

  async #page(list: List, paging: string): Promise<Page | undefined> {
    this.pages += 1;
    const answer = await askPage(this.#room, this.#token, list, paging);
    if (answer.kind === 'page') return answer.page;
    this.#tell(list, `(${paging}) is refused: ${answer.codes}`);
    return undefined;
  }

  #same(list: List, what: string, wanted: readonly string[], found: readonly string[]): void {
    if (wanted.join() !== found.join())
      this.#tell(list, `${what}: ${found.length} of ${wanted.length}, or in another order`);
  }

  #tell({ name }: List, what: string): void {
    this.broken.push(`${name}: ${what}`);
  }
}
