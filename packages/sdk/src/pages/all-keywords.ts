import type { Client } from '../client.js';
import { KeywordsDocument, type KeywordsQuery, type KeywordsQueryVariables } from '../generated/graphql.js';
import { paginate, type Walk } from './paginate.js';
import { type WalkOptions, walkOptions } from './walk-options.js';

/** Every keyword that fits a filter: `for await (const keyword of allKeywords(client, { where, pageSize }))`. */
export function allKeywords(
  client: Client,
  options: WalkOptions<KeywordsQueryVariables> = {},
): Walk<KeywordsQuery['keywords']['nodes'][number]> {
  const { variables, request } = walkOptions(options);
  return paginate(client, KeywordsDocument, variables, ({ keywords }) => keywords, request);
}
