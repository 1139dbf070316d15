/** A stretch of the log: from a seq on, and before another. */
export interface Period {
  readonly since: number;
  readonly until: number;
}

/** The whole log. */
export const ALWAYS: Period = { since: 0, until: Number.MAX_SAFE_INTEGER };
