import { describe, expect, it } from 'vitest';
import { readAddress, sharedAddress, tabOfAddress } from './address.js';

const PAGE = 'http://localhost:4000/graphql?query=old#docs';
const QUERY = { query: 'query Q($a: Int) {\n  b(a: $a) # &?#+ é\n}', variables: '{\n  "a": 1\n}', operationName: 'Q' };

describe('the address of a query', () => {
  it('opens what was shared', () => {
    const address = sharedAddress(PAGE, QUERY);
    expect(new URL(address).searchParams.get('variables')).toBe('{"a":1}');
    expect(readAddress(address)).toEqual(QUERY);
  });

  it('carries a long query where servers do not see it', () => {
    const long = { ...QUERY, query: `{ ${'field '.repeat(2_000)}}` };
    const address = sharedAddress(PAGE, long);
    expect(new URL(address).search).toBe('');
    expect(readAddress(address)).toEqual(long);
  });

  it('means nothing where it holds no query', () => {
    expect(readAddress('http://localhost:4000/graphql#docs')).toBeUndefined();
  });

  it('means an example, with other variables, where it names its operation alone', () => {
    const examples = [
      { title: 'Keyword', query: '# about\nquery Keyword($slug: String!) { a }', variables: '{"slug":"a"}' },
    ];
    const shared = readAddress('http://localhost:4000/graphql?operationName=Keyword&variables={"slug":"b"}');
    expect(shared && tabOfAddress(shared, examples)).toEqual({ ...examples[0], variables: '{\n  "slug": "b"\n}' });
    expect(tabOfAddress({ query: undefined, variables: '', operationName: '(' }, examples)).toBeUndefined();
  });
});
