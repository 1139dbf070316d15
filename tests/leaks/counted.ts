import { appendFileSync, readFileSync } from 'node:fs';
import type { Prober } from './prober.js';

/** The variable with the name of a file to which the search writes what it counted; the proof reads it. */
export const COUNTED_IN = 'LEAKS_COUNTED_IN';

/** What one search came to. */
export interface Counted {
  /** 'drafts on PostgreSQL with a login of readers' */
  readonly what: string;
  /** Answers that were searched. */
  readonly answers: number;
  readonly hits: number;
}

/** Tells the proof, where it asks, how many answers were searched and what was found in them. */
export function tellCounted(what: string, { count, hits }: Prober): void {
  const file = process.env[COUNTED_IN];
  if (file === undefined) return;
  const line: Counted = { what, answers: count, hits: hits.length };
  appendFileSync(file, `${JSON.stringify(line)}\n`);
}

/** What was told into a file. */
export function readCounted(file: string): Counted[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line): Counted => JSON.parse(line));
}
