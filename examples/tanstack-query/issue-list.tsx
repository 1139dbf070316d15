import { createClient, isGraphQLRequestError, latestIssues } from '@broadsheet/sdk';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

const client = createClient({ url: process.env['BROADSHEET_URL'] ?? 'http://127.0.0.1:4000/graphql' });

/** What is asked and under which key it is kept. TanStack ends the request when nobody shows it any more; the SDK has retried already. */
export function issuesOf(publication: string) {
  return queryOptions({
    queryKey: ['latestIssues', publication],
    queryFn: ({ signal }) => latestIssues(client, { publication, first: 3 }, { signal }),
    retry: false,
  });
}

/** The newest issues of a publication. */
export function IssueList({ publication }: { readonly publication: string }): ReactNode {
  const { data, error, isPending } = useQuery(issuesOf(publication));
  if (isPending) return <p>One moment.</p>;
  if (error) return <p>{isGraphQLRequestError(error) ? error.codes.join(' ') : error.message}</p>;
  return (
    <ul>
      {data.issues.nodes.map(({ id, title }) => (
        <li key={id}>{title}</li>
      ))}
    </ul>
  );
}
