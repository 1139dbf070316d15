import type { Client } from '../client.js';
import { EventsDocument, type EventsQuery, type EventsQueryVariables } from '../generated/graphql.js';
import { paginate, type Walk } from './paginate.js';
import { type WalkOptions, walkOptions } from './walk-options.js';

/** Every event that fits a filter: `for await (const event of allEvents(client, { where, pageSize }))`. */
export function allEvents(
  client: Client,
  options: WalkOptions<EventsQueryVariables> = {},
): Walk<EventsQuery['events']['nodes'][number]> {
  const { variables, request } = walkOptions(options);
  return paginate(client, EventsDocument, variables, ({ events }) => events, request);
}
