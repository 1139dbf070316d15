import type { Compilation, Entrance, Form } from '../compile/compilation.js';
import type { SelectionContext } from '../compile/selection.js';

/** A compilation at its start: no alias given, nothing to check, and whole until a field says otherwise. */
export function newCompilation(
  selecting: SelectionContext,
  form: Form,
  entrances: ReadonlyMap<string, Entrance> = new Map(),
): Compilation {
  const counters = new Map<string, number>();
  return {
    ...selecting,
    entrances,
    checks: [],
    scopes: new Set(),
    form,
    isWhole: true,
    marksNulls: false,
    absences: [],
    alias(letter) {
      const number = (counters.get(letter) ?? 0) + 1;
      counters.set(letter, number);
      return `${letter}${number}`;
    },
  };
}
