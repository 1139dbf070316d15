import type { Example } from '../../page-data.js';
import { titleOf } from '../document/operations.js';

/** How a run ended. */
export interface Run {
  /** The answer as it is shown. */
  readonly text: string;
  /** HTTP status; undefined where no answer came. */
  readonly status: number | undefined;
  /** Whether it came without errors. */
  readonly isGood: boolean;
  readonly took_ms: number;
  readonly bytes: number;
}

/** One tab: an operation and what belongs to it. */
export interface Tab {
  readonly id: string;
  readonly title: string;
  readonly query: string;
  /** Text of a JSON object. */
  readonly variables: string;
  /** Text of a JSON object. They may hold a token and are not kept when the page is left. */
  readonly headers: string;
  /** The reader's own: the examples that nobody touched are made anew by the server each time. */
  readonly isOwn: boolean;
  readonly run: Run | undefined;
}

/** What of a tab outlives the page. */
export type SavedTab = Pick<Tab, 'title' | 'query' | 'variables'>;

let count = 0;

/** A tab with an id of its own. */
export function newTab(parts: Partial<SavedTab> & { readonly isOwn: boolean }): Tab {
  count += 1;
  return { id: `tab-${count}`, title: 'New query', query: '', variables: '', headers: '', run: undefined, ...parts };
}

/** The tab of an example; an editor shows the ending of a last line as one more line. */
export function exampleTab({ title, query, variables }: Example): Tab {
  return newTab({ title, query: query.trimEnd(), variables: jsonText(variables), isOwn: false });
}

/** A tab with another text; an example becomes the reader's own, and is called as its operation is. */
export function withQuery(tab: Tab, query: string): Tab {
  if (query === tab.query) return tab;
  return { ...tab, query, isOwn: true, title: titleOf(query) ?? (tab.isOwn ? tab.title : 'New query') };
}

/** Whether two tabs ask the same. */
export function isSame(a: Pick<Tab, 'query' | 'variables'>, b: Pick<Tab, 'query' | 'variables'>): boolean {
  return a.query.trim() === b.query.trim() && compact(a.variables) === compact(b.variables);
}

/** Variables as text to edit; '' for none. */
export function jsonText(variables: Readonly<Record<string, unknown>>): string {
  return Object.keys(variables).length === 0 ? '' : JSON.stringify(variables, null, 2);
}

function compact(json: string): string {
  return json.replace(/\s+/g, '');
}
