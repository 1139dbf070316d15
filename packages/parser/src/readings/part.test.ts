import { expect, it } from 'vitest';
import { parse } from '../parse.js';
import { read } from '../read.js';

it.each([
  { name: 'a title that goes over two lines', title: '[Lamps\nfrom scratch, part 2](https://lamps.example/2)' },
  { name: 'a title with markup in it', title: '[Lamps **from** `scratch`, part 2](https://lamps.example/2)' },
])('a part is told where it is printed in $name', ({ title }) => {
  const document = `Title: This Week in Lamps 12\nDate: 2031-12-17\n\n# News\n\n### Official\n\n* ${title}\n`;
  const { items } = read(parse(document, { format: 'MARKDOWN', layout: 'this-week-in-rust' }), {
    publishedOn: '2031-12-17',
  });
  const [span] = items[0]?.part?.spans ?? [];
  expect(span).toBeDefined();
  expect(document.slice(span?.start, span?.end)).toMatch(/^,? ?part 2$/);
  const lines = document.slice(0, span?.start).split('\n');
  expect(span).toMatchObject({ line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 });
});
