import type { RequestOptions } from '../client-options.js';
import type { WalkVariables } from './paginate.js';

/** Options of a walk: the operation's own variables, the size of its pages, and those of each request. */
export type WalkOptions<Variables extends WalkVariables> = Omit<Variables, 'first'> &
  RequestOptions & {
    /** Nodes a page, from 1 to 100; 100 where it is left out. */
    readonly pageSize?: number;
  };

/** What of a walk's options are variables, and what goes with each request. */
export function walkOptions<Options extends RequestOptions & { readonly pageSize?: number }>(options: Options) {
  const { pageSize = 100, signal, timeoutMs, idempotent: _, ...variables } = options;
  return {
    variables: { ...variables, first: pageSize },
    request: { ...(signal === undefined ? {} : { signal }), ...(timeoutMs === undefined ? {} : { timeoutMs }) },
  };
}
