/** What following takes at most. */
export interface LiveLimits {
  /** How many may follow at once. */
  readonly followers: number;
  /** How many operations they may follow by that differ: each is one statement for each change. */
  readonly operations: number;
  /** Milliseconds that one may leave unread what was sent, while more waits. */
  readonly stallMs: number;
}

/** What a server takes where nothing else is said. */
export const LIVE_LIMITS: LiveLimits = { followers: 10_000, operations: 200, stallMs: 30_000 };
