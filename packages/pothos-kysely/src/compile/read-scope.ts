import type { Scope } from '../source/scope.js';
import type { Compilation } from './compilation.js';

/** A scope that tells the compilation when one of its tables is read. */
export function readScope({ scopes }: Compilation, scope: Scope): Scope {
  return {
    ...scope,
    table: (name) => {
      scopes.add(scope.key);
      return scope.table(name);
    },
  };
}
