/** What is to be reached: the least of each median. */
export interface Targets {
  /** CPU milliseconds of the limit over ours. */
  readonly cpu: number;
  /** Requests a second of ours over the limit. */
  readonly toLimit: number;
  /** Requests a second of ours over PostGraphile. */
  readonly toPeer: number;
}

/** On the small corpus some operations have more to gain on PostGraphile than others. */
const SMALL_TO_PEER: Readonly<Record<string, number>> = {
  'issue-tree': 3.5,
  latest: 3,
  keyword: 2.2,
  events: 3.5,
  'source-deep': 2.5,
};

/** What an operation is to reach on a corpus. */
export function targetsOf(operation: string, items: number): Targets {
  return { cpu: 0.8, toLimit: 0.75, toPeer: items > 30_000 ? 2 : (SMALL_TO_PEER[operation] ?? 2) };
}

/** By how much PostgreSQL may need more for a request on ten times the corpus. */
export const GROWTH = 1.3;
/** Megabytes that the product may hold in memory after the run. */
export const RESIDENT_MB = 200;
/** Milliseconds from the product's start to its first answer. */
export const START_MS = 500;
/** Issues a second that are ingested and published. */
export const INGEST = 100;
