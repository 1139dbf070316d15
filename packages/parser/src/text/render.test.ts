import { describe, expect, it } from 'vitest';
import { render } from './render.js';

describe('render', () => {
  it('joins paragraphs and headings', () => {
    const body = render([
      { kind: 'heading', depth: 1, text: 'I. Sea' },
      { kind: 'paragraph', text: 'It is wide.' },
    ]);
    expect(body).toEqual({
      text: 'I. Sea\n\nIt is wide.',
      markdown: '### I. Sea\n\nIt is wide.',
      html: '<h3>I. Sea</h3>\n<p>It is wide.</p>',
    });
  });

  it.each([
    ['# no heading', '\\# no heading'],
    ['1. no list', '1\\. no list'],
    ['- no list', '\\- no list'],
    ['a *b* _c_ [d] <e> `f` |', 'a \\*b\\* \\_c\\_ \\[d\\] \\<e\\> \\`f\\` \\|'],
    ['&lt; C:\\x', '\\&lt; C:\\\\x'],
    ['see http://a.example/b_c_d', 'see <http://a.example/b_c_d>'],
  ])('escapes %j in Markdown', (text, markdown) => {
    expect(render([{ kind: 'paragraph', text }]).markdown).toBe(markdown);
  });

  it.each([
    ['<script>alert("1")</script>', '<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;</p>'],
    ["it's & \0", '<p>it&#39;s &amp; \ufffd</p>'],
    ['www.a.example/?b=1&c', '<p><a href="http://www.a.example/?b=1&amp;c">www.a.example/?b=1&amp;c</a></p>'],
    ['javascript:alert(1)', '<p>javascript:alert(1)</p>'],
  ])('escapes %j in HTML', (text, html) => {
    expect(render([{ kind: 'paragraph', text }]).html).toBe(html);
  });
});
