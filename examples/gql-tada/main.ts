import { createClient } from '@broadsheet/sdk';
import type { introspection } from '@broadsheet/sdk/introspection';
import { initGraphQLTada } from 'gql.tada';

const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { Date: string; DateTime: string; URL: string };
}>();

const Neighbours = graphql(`
  query Neighbours($publication: String!, $slug: String!) {
    issue(publication: $publication, slug: $slug) {
      title
      publishedOn
      next {
        number
      }
    }
  }
`);

const client = createClient({ url: process.env['BROADSHEET_URL'] ?? 'http://127.0.0.1:4000/graphql' });
const { issue } = await client.request(Neighbours, { publication: 'veldermouth-weekly', slug: '204' });

// Typed: a number, or null where the issue has no next one.
const next: number | null = issue?.next?.number ?? null;
console.log(issue?.publishedOn, 'then', next);
