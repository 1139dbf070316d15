/** A module of type checks, compiled against the packed package: results are what the schema says, and what is wrong does not compile. */
export const TYPE_CHECKS = `
import {
  allItems, type Client, followChanges, issueTree, type ItemKind, isGraphQLRequestError, items, KeywordItemsDocument, ingestIssue, latestIssues,
  paginate, TypedDocumentString, type ToldChangeFragment,
} from '@broadsheet/sdk';
import type { introspection } from '@broadsheet/sdk/introspection';
import { expectTypeOf } from 'expect-type';

export async function checks(client: Client): Promise<void> {
  const { issue } = await issueTree(client, { publication: 'a', slug: 'b' });
  expectTypeOf(issue).not.toBeAny();
  expectTypeOf(issue).toBeNullable();
  expectTypeOf(issue?.number).toEqualTypeOf<number | null | undefined>();
  const found = await items(client, { where: { kind: ['INTERVIEW'] } });
  expectTypeOf(found.items.nodes[0]).not.toBeAny();
  expectTypeOf<(typeof found)['items']['nodes'][number]['kind']>().toEqualTypeOf<ItemKind>();
  expectTypeOf<ItemKind>().toEqualTypeOf<'ARTICLE' | 'BRIEF' | 'INTERVIEW' | 'LINK' | 'QUOTE'>();
  for await (const item of allItems(client)) expectTypeOf(item.title).toEqualTypeOf<string>();
  for await (const node of paginate(client, KeywordItemsDocument, { slug: 'x' }, (data) => data.keyword?.items)) {
    expectTypeOf(node.title).toEqualTypeOf<string>();
  }
  for await (const change of followChanges(client)) expectTypeOf(change).toEqualTypeOf<ToldChangeFragment>();
  const { ingestIssue: ingested } = await ingestIssue(client, { input: { publication: 'a', document: 'b' } });
  expectTypeOf(ingested.outcome).toEqualTypeOf<'CREATED' | 'REVISED' | 'UNCHANGED' | null>();
  const own = new TypedDocumentString<{ a: 1 }, { b: string }>('query ($b: String!) { a(b: $b) }', {});
  expectTypeOf(client.request(own, { b: 'x' })).resolves.toEqualTypeOf<{ a: 1 }>();
  const error: unknown = null;
  if (isGraphQLRequestError(error)) expectTypeOf(error.codes).toEqualTypeOf<readonly string[]>();
  expectTypeOf<introspection['query']>().toEqualTypeOf<'Query'>();

  // @ts-expect-error: a required variable is missing
  await latestIssues(client, {});
  // @ts-expect-error: there is no such variable
  await latestIssues(client, { publication: 'a', frist: 1 });
  // @ts-expect-error: there is no such kind
  await items(client, { where: { kind: ['RUMOUR'] } });
  // @ts-expect-error: an own document's variables are checked too
  await client.request(own, { b: 1 });
  // @ts-expect-error: what was not selected is not there
  found.items.nodes[0]?.body;
}
`;
