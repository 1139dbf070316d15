import { describe, expect, it } from 'vitest';
import { renderPage } from './page.js';

const assets = { hash: 'abc', files: new Map() };

describe('the page of GraphiQL', () => {
  it('holds its examples as data that cannot end the element it stands in', () => {
    const query = '{ a } # </script><script>alert(1)</script> <!-- \u2028';
    const { html } = renderPage(assets, [{ title: '<b>', query, variables: { a: '</SCRIPT>' } }]);
    const data = /<script type="application\/json" id="page-data">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect(JSON.parse(data)).toMatchObject({ examples: [{ title: '<b>', query, variables: { a: '</SCRIPT>' } }] });
    expect(html.match(/<script/g)).toHaveLength(2);
  });

  it('lets nothing in but what this server serves, and style sheets that bear the nonce of this answer or are attributes', () => {
    const [one, other] = [renderPage(assets, []), renderPage(assets, [])];
    expect(one.policy).not.toBe(other.policy);
    expect(one.policy.replace("; style-src-attr 'unsafe-inline'", '')).not.toMatch(/unsafe|https?:|\*/);
    expect(one.policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-");
  });

  it('has relative addresses only, so that a path may be put before them', () => {
    const { html } = renderPage(assets, []);
    expect(html.match(/(?:href|src)="[^"]*"/g)).toEqual([
      'href="icon.svg"',
      'href="assets/abc/licences.txt"',
      'href="assets/abc/graphiql.css"',
      'src="assets/abc/graphiql.js"',
      'href="./"',
    ]);
  });
});
