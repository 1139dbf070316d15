import type { Client } from '../client.js';
import { SourcesDocument, type SourcesQuery, type SourcesQueryVariables } from '../generated/graphql.js';
import { paginate, type Walk } from './paginate.js';
import { type WalkOptions, walkOptions } from './walk-options.js';

/** Every source that fits a filter: `for await (const source of allSources(client, { where, pageSize }))`. */
export function allSources(
  client: Client,
  options: WalkOptions<SourcesQueryVariables> = {},
): Walk<SourcesQuery['sources']['nodes'][number]> {
  const { variables, request } = walkOptions(options);
  return paginate(client, SourcesDocument, variables, ({ sources }) => sources, request);
}
