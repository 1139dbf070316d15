/** An operation that asks too much, and the code that it is refused with. */
export interface Bomb {
  readonly name: string;
  readonly code: string;
  /** The body of the request, as it is sent. */
  readonly body: string;
}

/** Kinds of operations by which servers are brought down. */
export const BOMBS: readonly Bomb[] = [
  bomb('aliases', 'ALIAS_LIMIT', `{ ${times(31, (n) => `a${n}: publications { slug }`)} }`),
  bomb('aliases of __typename', 'ALIAS_LIMIT', `{ ${times(31, (n) => `a${n}: __typename`)} }`),
  bomb(
    'aliases in fragments',
    'ALIAS_LIMIT',
    `{ ${times(31, (n) => `...F${n}`)} } ${times(31, (n) => `fragment F${n} on Query { a${n}: __typename }`)}`,
  ),
  bomb('one field again and again', 'ALIAS_LIMIT', `{ ${times(1_900, () => '__typename')} }`),
  bomb('overlapping fields', 'ALIAS_LIMIT', `{ ${times(300, () => 'publications { slug title }')} }`),
  bomb('directives', 'DIRECTIVE_LIMIT', `{ __typename ${times(10, () => '@include(if: true)')} }`),
  bomb(
    'directives spread over fields',
    'DIRECTIVE_LIMIT',
    `{ publications { ${times(10, (n) => `... @skip(if: ${n % 2 === 0}) { slug }`)} } }`,
  ),
  bomb('depth', 'DEPTH_LIMIT', `{ issue(publication: "a", slug: "b") { ${nested(15, 'previous')} } }`),
  bomb(
    'depth through fragments',
    'DEPTH_LIMIT',
    `{ issue(publication: "a", slug: "b") { ...F0 } } ${times(14, (n) => `fragment F${n} on Issue { previous { ...F${n + 1} } }`)} fragment F14 on Issue { previous { id } }`,
  ),
  bomb(
    'circles of introspection',
    'GRAPHQL_VALIDATION_FAILED',
    `{ __schema { types { ${'fields { type { '.repeat(10)} name ${'} } '.repeat(10)} } } }`,
  ),
  bomb(
    'fragments in circles',
    'GRAPHQL_VALIDATION_FAILED',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  ),
  bomb(
    'a fragment in itself',
    'GRAPHQL_VALIDATION_FAILED',
    '{ issues { nodes { ...A } } } fragment A on Issue { previous { ...A } }',
  ),
  bomb(
    'fragments that double',
    'FIELD_LIMIT',
    `{ publications { ...F0 } } ${times(150, (n) => `fragment F${n} on Publication { ...F${n + 1} ...F${n + 1} }`)} fragment F150 on Publication { slug }`,
  ),
  bomb('cost by a literal', 'COST_LIMIT', pages('100')),
  bomb('cost by a variable', 'COST_LIMIT', `query ($n: Int) ${pages('$n')}`, { n: 100 }),
  bomb('cost by a default', 'COST_LIMIT', `query ($n: Int = 100) ${pages('$n')}`),
  bomb('cost by pages without a size', 'COST_LIMIT', pages('null')),
  bomb(
    'cost by what @include lets in',
    'COST_LIMIT',
    `query ($all: Boolean!) { items(first: 100) { nodes { id sources @include(if: $all) { items(first: 100) { nodes { id } } } } } }`,
    { all: true },
  ),
  bomb('a page of a million', 'PAGE_SIZE', 'query ($n: Int) { items(first: $n) { nodes { id } } }', { n: 1_000_000 }),
  bomb('a list of ids', 'TOO_MANY_IDS', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: Array.from({ length: 101 }, (_, n) => `x${n}`),
  }),
  bomb('tokens', 'TOKEN_LIMIT', `{ ${times(700, (n) => `a${n}: __typename`)} }`),
  bomb('a wide selection set', 'TOKEN_LIMIT', `{ ${times(3_000, (n) => `a${n}: issues { totalCount }`)} }`),
  bomb('a deep selection set', 'NESTING_LIMIT', '{ a '.repeat(900)),
  bomb('a deep selection set that is longer', 'NESTING_LIMIT', '{ a'.repeat(20_000)),
  bomb('a deep list', 'NESTING_LIMIT', `{ nodes(ids: ${'['.repeat(900)}`),
  bomb('a deep object', 'NESTING_LIMIT', `{ items(where: ${'{a:'.repeat(600)}`),
  bomb(
    'a deep type of a variable',
    'NESTING_LIMIT',
    `query ($a: ${'['.repeat(300)}Int${']'.repeat(300)}) { __typename }`,
  ),
  bomb(
    'many operations',
    'OPERATION_RESOLUTION_FAILURE',
    times(200, (n) => `query Q${n} { __typename }`),
  ),
  bomb('many names that are wrong', 'GRAPHQL_VALIDATION_FAILED', `{ ${times(1_500, (n) => `nothing${n}`)} }`),
  bomb('a huge string', 'BODY_TOO_LARGE', 'query ($s: String!) { keyword(slug: $s) { id } }', {
    s: 'x'.repeat(300_000),
  }),
  bomb('a huge document', 'BODY_TOO_LARGE', `# ${'x'.repeat(300_000)}\n{ __typename }`),
  bomb('a value of the wrong kind, huge', 'BAD_USER_INPUT', 'query ($n: Int) { items(first: $n) { totalCount } }', {
    n: 'x'.repeat(200_000),
  }),
  bomb('many wrong values', 'BAD_USER_INPUT', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    ids: Array.from({ length: 20_000 }, () => null),
  }),
  {
    name: 'deep JSON',
    code: 'NESTING_LIMIT',
    body: `{"query":"{ __typename }","variables":${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}}`,
  },
  {
    name: 'deep JSON that is whole',
    code: 'NESTING_LIMIT',
    body: `{"query":"{ __typename }","variables":${'{"a":'.repeat(65)}1${'}'.repeat(65)}}`,
  },
  {
    name: 'deep lists in JSON',
    code: 'NESTING_LIMIT',
    body: `{"query":"{ __typename }","variables":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
  },
  {
    name: 'a batch',
    code: 'BAD_REQUEST',
    body: `[${times(1_000, () => '{"query":"{ __typename }"}').replaceAll(' {"q', ',{"q')}]`,
  },
  bomb('NUL in a variable', 'NUL_CHARACTER', 'query ($s: String!) { keyword(slug: $s) { id } }', { s: 'a\0b' }),
  bomb('half a character in a variable', 'LONE_SURROGATE', 'query ($s: String!) { keyword(slug: $s) { id } }', {
    s: 'a\ud800b',
  }),
];

function bomb(name: string, code: string, query: string, variables: object = {}): Bomb {
  return { name, code, body: JSON.stringify({ query, variables }) };
}

function times(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => part(index)).join(' ');
}

function nested(levels: number, field: string): string {
  return `${`${field} { `.repeat(levels)}id${' }'.repeat(levels)}`;
}

function pages(size: string): string {
  return `{ keywords(first: ${size}) { nodes { items(first: ${size}) { nodes { sources { items(first: ${size}) { nodes { id } } } } } } } }`;
}
