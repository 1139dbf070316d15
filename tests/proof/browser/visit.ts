import type { Browser } from 'playwright-core';

/** What each part of the proof works with. */
export interface Visit {
  readonly browser: Browser;
  /** 'http://127.0.0.1:41234' */
  readonly site: string;
  readonly say: (line: string) => void;
}
