import { differences, keyOf, type Row, type Snapshot } from './snapshot.js';
import { TABLE_NAMES } from './tables.js';

/** A state as it was copied when it was the newest. */
export interface Copy {
  readonly seq: number;
  readonly published: Snapshot;
}

/** Every earlier state, put together again out of what is there and what left, is the copy that was taken of it then. */
export function wrongPasts(published: Snapshot, past: Snapshot, copies: readonly Copy[]): string[] {
  return copies.flatMap(({ seq, published: copy }) => {
    const state = stateAt(published, past, seq);
    const lines = [...twice(state), ...differences(state, copy, { without: ['until', 'audience', 'uses'] })];
    return lines.map((line) => `state ${seq}: ${line}`);
  });
}

/** Keys of rows that are there more than once. */
function twice(state: Snapshot): string[] {
  return TABLE_NAMES.flatMap((table) => {
    const keys = state[table].map((row) => keyOf(table, row));
    return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${table} ${key} is there twice`);
  });
}

function stateAt(published: Snapshot, past: Snapshot, seq: number): Snapshot {
  // Rows for readers alone stand beside those that they were made of.
  const stood = ({ since, until, audience }: Row): boolean =>
    Number(since) <= seq && (until === undefined || seq < Number(until)) && audience !== 'READERS';
  const state: Partial<Record<keyof Snapshot, readonly Row[]>> = {};
  for (const table of TABLE_NAMES) state[table] = [...published[table], ...past[table]].filter(stood);
  return { ...published, ...state };
}
