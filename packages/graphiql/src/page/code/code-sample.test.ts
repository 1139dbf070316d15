import { describe, expect, it } from 'vitest';
import { type Asked, CODE_SAMPLES } from './code-sample.js';

const ASKED: Asked = {
  url: 'http://localhost:4000/graphql',
  query: 'query Q($slug: String!) {\n  keyword(slug: $slug) { name }\n}\n',
  operationName: 'Q',
  variables: { slug: "baker's `x` \\" },
  headers: {},
};

function written(name: string, asked: Partial<Asked> = {}): string {
  return CODE_SAMPLES.find((sample) => sample.name === name)?.write({ ...ASKED, ...asked }) ?? '';
}

describe('a query as code', () => {
  it('is a program with the SDK', () => {
    expect(written('SDK', { variables: { slug: 'ferry' } })).toBe(`import { createClient } from '@broadsheet/sdk';

const client = createClient({
  url: 'http://localhost:4000/graphql',
});

const query = \`
query Q($slug: String!) {
  keyword(slug: $slug) { name }
}
\`;

const data = await client.request(query, {
  "slug": "ferry"
});
console.log(JSON.stringify(data, null, 2));
`);
  });

  it('keeps what code would take for its own', () => {
    const query = ['{ a(x: "`$', '{1}` \\n") }'].join('');
    const literal = /const query = (`[\s\S]*?\n`);/.exec(written('fetch', { query, variables: {} }))?.[1];
    expect(new Function(`return ${literal}`)()).toBe(`\n${query}\n`);
    expect(written('curl')).toContain(`"baker'\\''s`);
  });

  it.each(['SDK', 'fetch', 'curl'])('takes a token from the environment, as %s', (name) => {
    const code = written(name, { headers: { Authorization: 'Bearer secret', 'x-trace': "it's" } });
    expect(code).not.toContain('secret');
    expect(code).toMatch(/Bearer \$\{?(process\.env\.)?BROADSHEET_TOKEN/);
    expect(code).toMatch(/it('\\''|\\')s/);
  });

  it('is of the one operation that is chosen', () => {
    const code = written('SDK', { query: 'query Q { a }\nquery R { b }', variables: {} });
    expect(code).not.toContain('query R');
  });
});
