import type { Param } from '@broadsheet/pothos-kysely';
import { type PrintedQuery, parseSearch, printQuery, type SearchQuery } from '@broadsheet/store';

/** A search's query as its statement takes it, read once a call. */
export interface Sought {
  readonly query: Param<SearchQuery>;
  readonly printed: Param<PrintedQuery>;
}

const known = new WeakMap<Param<string>, Sought>();

/** What the argument `query` asks for. At a call it throws StoreError: QUERY_TOO_LONG, NUL_CHARACTER, LONE_SURROGATE. */
export function soughtBy(text: Param<string>): Sought {
  const before = known.get(text);
  if (before !== undefined) return before;
  const query = text.map(parseSearch);
  const sought = { query, printed: query.map(printQuery) };
  known.set(text, sought);
  return sought;
}
