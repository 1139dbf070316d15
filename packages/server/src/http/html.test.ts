import { expect, it } from 'vitest';
import { Html, html } from './html.js';

it('escapes what is put into a page, in text and in attributes', () => {
  const hostile = `<b onclick='a("x")'>&amp;`;
  const escaped = '&lt;b onclick=&#39;a(&quot;x&quot;)&#39;&gt;&amp;amp;';
  expect(html`<p title="${hostile}">${hostile}</p>`.markup).toBe(`<p title="${escaped}">${escaped}</p>`);
});

it('joins lists, leaves out what is not there, and keeps markup', () => {
  expect(html`${['<', new Html('<br>'), 1]}${null}${undefined}${html`<i>${'\\n'}</i>`}`.markup).toBe(
    '&lt;<br>1<i>\\n</i>',
  );
});
