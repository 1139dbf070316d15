import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { IssueList, issuesOf } from './issue-list.js';

const queries = new QueryClient();
await queries.prefetchQuery(issuesOf('veldermouth-weekly'));
console.log(
  renderToStaticMarkup(
    <QueryClientProvider client={queries}>
      <IssueList publication="veldermouth-weekly" />
    </QueryClientProvider>,
  ),
);
queries.clear();
