import { newTab, type Run, type SavedTab, type Tab, withQuery } from './tab.js';

/** The open tabs. There is always one, and `active` is the id of one of them. */
export interface Workspace {
  readonly tabs: readonly Tab[];
  readonly active: string;
}

/** What can happen to the open tabs. */
export type Action =
  | { readonly type: 'open'; readonly tab?: Partial<SavedTab> }
  | { readonly type: 'show'; readonly id: string }
  | { readonly type: 'close'; readonly id: string }
  | {
      readonly type: 'write';
      readonly id: string;
      readonly part: 'query' | 'variables' | 'headers';
      readonly text: string;
    }
  | { readonly type: 'answer'; readonly id: string; readonly run: Run };

/** The tabs after an action. */
export function reduce(workspace: Workspace, action: Action): Workspace {
  switch (action.type) {
    case 'open': {
      const tab = newTab({ ...action.tab, isOwn: true });
      return { tabs: [...workspace.tabs, tab], active: tab.id };
    }
    case 'show':
      return { ...workspace, active: action.id };
    case 'close':
      return close(workspace, action.id);
    case 'write':
      return change(workspace, action.id, (tab) => written(tab, action.part, action.text));
    case 'answer':
      return change(workspace, action.id, (tab) => ({ ...tab, run: action.run }));
    default:
      return action satisfies never;
  }
}

/** The tab that is shown. */
export function activeTab({ tabs, active }: Workspace): Tab {
  const tab = tabs.find(({ id }) => id === active) ?? tabs[0];
  if (tab === undefined) throw new Error('There is always a tab.');
  return tab;
}

function change({ tabs, active }: Workspace, id: string, by: (tab: Tab) => Tab): Workspace {
  return { tabs: tabs.map((tab) => (tab.id === id ? by(tab) : tab)), active };
}

function written(tab: Tab, part: 'query' | 'variables' | 'headers', text: string): Tab {
  if (part === 'query') return withQuery(tab, text);
  if (tab[part] === text) return tab;
  return part === 'variables' ? { ...tab, variables: text, isOwn: true } : { ...tab, headers: text };
}

/** The neighbour of the shown tab is shown next; the last one is followed by an empty one. */
function close({ tabs, active }: Workspace, id: string): Workspace {
  const place = tabs.findIndex((tab) => tab.id === id);
  if (place < 0) return { tabs, active };
  const left = tabs.filter((tab) => tab.id !== id);
  const kept = left.length > 0 ? left : [newTab({ isOwn: true })];
  const next = kept[Math.min(place, kept.length - 1)];
  return { tabs: kept, active: active === id && next ? next.id : active };
}
