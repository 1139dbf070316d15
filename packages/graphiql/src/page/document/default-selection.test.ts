import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { newField } from './default-selection.js';

const schema = buildSchema(`
  interface Node { id: ID! }
  type Issue implements Node { id: ID! number: Int title: String! items(first: Int): ItemConnection! }
  type Item { issue: Issue! span: Span! }
  type Span { start: Int! end: Int! }
  type ItemConnection { nodes: [Item!]! totalCount: Int! }
  union Found = Issue | Item
  enum Order { NEWEST OLDEST }
  input Where { number: Int! order: Order! title: String }
  type Query {
    count: Int!
    issues: [Issue!]!
    items(first: Int): ItemConnection!
    node(id: ID!): Node
    find(where: Where!, order: Order!, tags: [String!]!, limit: Int! = 3): Found
  }
`);

describe('a field as it is first put into a query', () => {
  it.each([
    { name: 'count', gives: 'count' },
    { name: 'issues', gives: 'issues {\n  title\n}' },
    { name: 'items', gives: 'items {\n  nodes {\n    issue {\n      title\n    }\n  }\n}' },
    { name: 'node', gives: 'node(id: "") {\n  id\n}' },
    { name: 'find', gives: 'find(where: {number: 0, order: NEWEST}, order: NEWEST, tags: []) {\n  __typename\n}' },
  ])('$name has what it must, and enough below it for an answer', ({ name, gives }) => {
    const field = schema.getQueryType()?.getFields()[name];
    expect(field && newField(field)).toBe(gives);
  });
});
