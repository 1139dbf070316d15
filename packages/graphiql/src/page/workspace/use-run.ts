import { useRef, useState } from 'preact/hooks';
import { runTab } from './run-tab.js';
import type { Run, Tab } from './tab.js';

/** The one operation that may be under way. */
export interface RunState {
  readonly isRunning: boolean;
  readonly run: (tab: Tab, operationName: string | undefined) => Promise<void>;
  readonly stop: () => void;
}

/** Runs tabs, one at a time, and tells how each ended. */
export function useRun(url: string, onEnd: (id: string, run: Run) => void): RunState {
  const under = useRef<AbortController | null>(null);
  const [isRunning, setRunning] = useState(false);
  const run = async (tab: Tab, operationName: string | undefined) => {
    under.current = new AbortController();
    setRunning(true);
    onEnd(tab.id, await runTab(url, tab, operationName, under.current.signal));
    setRunning(false);
  };
  return { isRunning, run, stop: () => under.current?.abort() };
}
