import type { Resolve } from '../plugin/resolve.js';
import type { AnyLoadTarget } from '../source/source.js';
import { engineFor } from './engine-registry.js';

/** The resolver of `t.load`: finds what to read, and has the schema's engine read it. */
export function loadResolver(
  target: (parent: unknown, args: unknown, context: unknown) => AnyLoadTarget | null | Promise<AnyLoadTarget | null>,
): Resolve {
  return async (parent, args, context, info) => {
    const found = await target(parent, args, context);
    return found === null ? null : engineFor(info.schema).load({ ...found, context, info });
  };
}
