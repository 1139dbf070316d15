import { useState } from 'preact/hooks';
import { type Past, savedHistory, withRun } from './history.js';
import type { Tab } from './tab.js';

/** What was run here, and how it changes. */
export interface HistoryState {
  readonly entries: readonly Past[];
  readonly add: (tab: Tab) => void;
  readonly forget: (past: Past) => void;
  readonly clear: () => void;
}

/** The history, kept in the browser. */
export function useHistory(): HistoryState {
  const [entries, setEntries] = useState(savedHistory.read);
  const keep = (next: readonly Past[]) => {
    savedHistory.write(next);
    setEntries(next);
  };
  return {
    entries,
    add: (tab) => keep(withRun(entries, tab, new Date().toISOString())),
    forget: (past) => keep(entries.filter((entry) => entry !== past)),
    clear: () => keep([]),
  };
}
