import type { Client } from '../client.js';
import { ChangesDocument, type ChangesQuery, type ChangesQueryVariables } from '../generated/graphql.js';
import { paginate, type Walk } from './paginate.js';
import { type WalkOptions, walkOptions } from './walk-options.js';

/** Every change of the log, the oldest first: `for await (const change of allChanges(client, { where, pageSize }))`. */
export function allChanges(
  client: Client,
  options: WalkOptions<ChangesQueryVariables> = {},
): Walk<ChangesQuery['changes']['nodes'][number]> {
  const { variables, request } = walkOptions(options);
  return paginate(client, ChangesDocument, variables, ({ changes }) => changes, request);
}
