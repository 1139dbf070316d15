import type { Limits } from './options.js';

interface ArgBuilderLike {
  int(options: object): object;
  string(options: object): object;
}

/** The Relay arguments of a connection, described; 'forward' has first and after alone. */
export function pagingArgs(
  arg: ArgBuilderLike,
  limits: Limits,
  directions: 'both' | 'forward',
): Record<string, object> {
  const forward = {
    first: arg.int({
      required: false,
      description: `How many from the start, 1 to ${limits.maxPageSize}; ${limits.defaultPageSize} where no number is given.`,
    }),
    after: arg.string({ required: false, description: 'Only what comes after this cursor of the same list.' }),
  };
  if (directions === 'forward') return forward;
  return {
    ...forward,
    last: arg.int({
      required: false,
      description: `How many from the end, 1 to ${limits.maxPageSize}; not together with first.`,
    }),
    before: arg.string({ required: false, description: 'Only what comes before this cursor of the same list.' }),
  };
}
