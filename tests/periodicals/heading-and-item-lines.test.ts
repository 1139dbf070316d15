import { describe, expect, it } from 'vitest';
import { headingAndItemLines } from './heading-and-item-lines.js';

function found(...lines: readonly string[]): string[] {
  return headingAndItemLines(lines.join('\n')).map(({ kind, line, words }) => `${line} ${kind} ${words}`);
}

describe('headingAndItemLines', () => {
  it('finds headings of both forms, and items of the first level with their first words', () => {
    expect(
      found(
        '## Action items ##',
        '',
        '- **Upgrade:** now',
        '  - not this one',
        '',
        '  ## nor this one',
        '',
        '- the next',
        'goes on without an indent',
        '',
        'News',
        '----',
        '1. numbered',
        '   - nested',
        '* starred',
      ),
    ).toEqual([
      '1 HEADING Action items',
      '3 ITEM **Upgrade:** now',
      '8 ITEM the next',
      '11 HEADING News',
      '13 ITEM numbered',
      '15 ITEM starred',
    ]);
  });

  it('passes over front matter, code and comments', () => {
    expect(
      found(
        '---',
        'title: x',
        '# no heading',
        '---',
        '{% comment %}',
        '## no heading',
        '{% endcomment %}',
        '{% comment %}<!-- closed on two lines -->{%',
        'endcomment %}',
        '<!-- - no item',
        '- no item',
        '-->',
        '{% comment %}<!-- one line -->{% endcomment %}',
        '```text',
        '# no heading',
        '- no item',
        '```',
        '- an item',
        '',
        '  ```',
        '- no item',
        '  ```',
        '## A heading',
      ),
    ).toEqual(['18 ITEM an item', '23 HEADING A heading']);
  });

  it('takes no rule and no number within a paragraph for an item', () => {
    expect(found('Words of', '2031. And more', '', '* * *', '', '---', '', '2031. An item')).toEqual([
      '8 ITEM An item',
    ]);
  });
});
