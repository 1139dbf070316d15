import { useEffect, useReducer } from 'preact/hooks';
import type { Example } from '../../page-data.js';
import { readAddress, tabOfAddress } from './address.js';
import { isListOf, saved } from './saved.js';
import { exampleTab, isSame, newTab, type SavedTab } from './tab.js';
import { type Action, reduce, type Workspace } from './workspace.js';

const savedTabs = saved<readonly SavedTab[]>('tabs', [], isListOf('title', 'query', 'variables'));

/** The open tabs: the examples, then the reader's own as they were left, and what the address means in front. */
export function useWorkspace(examples: readonly Example[]): readonly [Workspace, (action: Action) => void] {
  const [workspace, dispatch] = useReducer(reduce, examples, firstWorkspace);
  useEffect(() => savedTabs.write(ownTabs(workspace)), [workspace.tabs]);
  return [workspace, dispatch];
}

function firstWorkspace(examples: readonly Example[]): Workspace {
  const own = savedTabs.read().map((tab) => newTab({ ...tab, isOwn: true }));
  const tabs = [...examples.map(exampleTab), ...own];
  const shared = readAddress(location.href);
  const asked = shared && tabOfAddress(shared, tabs);
  const found = asked && tabs.find((tab) => isSame(tab, { query: '', variables: '', ...asked }));
  if (asked === undefined || found !== undefined) return { tabs, active: (found ?? tabs[0])?.id ?? '' };
  const { title, query, variables } = { ...newTab({ isOwn: false }), ...asked };
  const tab = newTab({ title, query, variables, isOwn: false });
  return { tabs: [tab, ...tabs], active: tab.id };
}

/** What is worth keeping: no tab that is empty, and no header, which may hold a token. */
function ownTabs({ tabs }: Workspace): readonly SavedTab[] {
  return tabs
    .filter(({ isOwn, query }) => isOwn && query.trim() !== '')
    .map(({ title, query, variables }) => ({ title, query, variables }));
}
