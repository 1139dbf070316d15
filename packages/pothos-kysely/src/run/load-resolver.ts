import type { Resolve } from '../plugin/resolve.js';
import type { AnyArgs, AnyLoadTarget, CheckFunction } from '../source/source.js';
import { engineFor } from './engine-registry.js';

/** Finds what a `t.load` reads; null where there is nothing to read. */
export type TargetFunction = (
  parent: unknown,
  args: AnyArgs,
  context: unknown,
) => AnyLoadTarget | null | Promise<AnyLoadTarget | null>;

/** The resolver of `t.load`: finds what to read, and has the schema's engine read it. */
export function loadResolver(target: TargetFunction, check: CheckFunction | undefined): Resolve {
  return async (parent, args, context, info) => {
    check?.({ args, context });
    const found = await target(parent, args, context);
    return found === null ? null : engineFor(info.schema).load({ ...found, context, info });
  };
}
