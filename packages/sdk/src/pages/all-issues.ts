import type { Client } from '../client.js';
import { IssuesDocument, type IssuesQuery, type IssuesQueryVariables } from '../generated/graphql.js';
import { paginate, type Walk } from './paginate.js';
import { type WalkOptions, walkOptions } from './walk-options.js';

/** Every issue that fits a filter: `for await (const issue of allIssues(client, { where, pageSize }))`. */
export function allIssues(
  client: Client,
  options: WalkOptions<IssuesQueryVariables> = {},
): Walk<IssuesQuery['issues']['nodes'][number]> {
  const { variables, request } = walkOptions(options);
  return paginate(client, IssuesDocument, variables, ({ issues }) => issues, request);
}
