import { isListOf, saved } from './saved.js';
import { isSame, type Tab } from './tab.js';

/** A query that was run. */
export type Past = Readonly<Record<'title' | 'query' | 'variables' | 'at', string>>;

/** How many are kept. */
const MOST = 40;

/** The queries that were run here, the newest first. */
export const savedHistory = saved<readonly Past[]>('history', [], isListOf('title', 'query', 'variables', 'at'));

/** The history after a tab was run; the same again moves to the front. `at`: RFC 3339. */
export function withRun(history: readonly Past[], { title, query, variables }: Tab, at: string): readonly Past[] {
  const others = history.filter((past) => !isSame(past, { query, variables }));
  return [{ title, query, variables, at }, ...others].slice(0, MOST);
}
