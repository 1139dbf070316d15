import type { Client } from '../client.js';
import { ItemsDocument, type ItemsQuery, type ItemsQueryVariables } from '../generated/graphql.js';
import { paginate, type Walk } from './paginate.js';
import { type WalkOptions, walkOptions } from './walk-options.js';

/** Every item that fits a filter: `for await (const item of allItems(client, { where, pageSize }))`. */
export function allItems(
  client: Client,
  options: WalkOptions<ItemsQueryVariables> = {},
): Walk<ItemsQuery['items']['nodes'][number]> {
  const { variables, request } = walkOptions(options);
  return paginate(client, ItemsDocument, variables, ({ items }) => items, request);
}
