import { LatestIssuesDocument, type LatestIssuesQuery, type LatestIssuesQueryVariables } from '@broadsheet/sdk';
import { Client, cacheExchange, fetchExchange } from '@urql/core';

const client = new Client({
  url: process.env['BROADSHEET_URL'] ?? 'http://127.0.0.1:4000/graphql',
  exchanges: [cacheExchange, fetchExchange],
  preferGetMethod: false,
});

// The SDK's documents are texts, which urql takes as they are; their types go beside them.
const { data, error } = await client.query<LatestIssuesQuery, LatestIssuesQueryVariables>(
  String(LatestIssuesDocument),
  {
    publication: 'veldermouth-weekly',
    first: 2,
  },
);
if (error) throw error;
for (const { number, title } of data?.issues.nodes ?? []) console.log(number, title);
