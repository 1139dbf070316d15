import { parseId } from '@broadsheet/store';
import { GraphQLError } from 'graphql';
import { changeCursor } from './change-cursor.js';
import { Issue } from './issue.js';
import { nodeIn } from './node-in.js';
import { type PageArgs, PlainPage } from './page.js';
import { only, sorted } from './plain-node.js';
import { PlainReads, PlainSnapshot } from './reads.js';
import type { PlainTables, State } from './state.js';
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
