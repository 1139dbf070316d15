import type { State } from './state.js';

/** What a plain object sees: a state, and which cursors no list of the graph will take. */
export interface Sight {
  readonly state: State;
  readonly foreign: ReadonlySet<string>;
}
