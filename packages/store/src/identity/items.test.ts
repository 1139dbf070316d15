import { parse, read } from '@broadsheet/parser';
import { describe, expect, it } from 'vitest';
import { identifyItems, type KnownItem, looksOf } from './items.js';

/** A document with one section and briefs of a title and a line each; `---` begins the second section. */
function documentOf(briefs: readonly string[]): string {
  const lines = briefs.flatMap((brief, index) => {
    if (brief === '---') return ['Culture & Art'];
    const [title = '', body = 'Nothing else is known.'] = brief.split(': ');
    return [`${index + 1}. ${title}`, body];
  });
  return ['A headline (Issue 1)', 'One Week in Lanternport', 'Latest News', ...lines, ''].join('\n');
}

/** Identities of items through revisions: each item as the index in the first revision that it is known from, or 'new'. */
function follow(...revisions: readonly (readonly string[])[]): string[] {
  let known: KnownItem[] = [];
  const names = new Map<string, string>();
  let last: string[] = [];
  for (const briefs of revisions) {
    const reading = read(parse(documentOf(briefs)), {});
    const items = identifyItems('issue_a', reading, known);
    const first = names.size === 0;
    last = items.map(({ id, isNew }, index) => {
      if (isNew) names.set(id, first ? String(index) : 'new');
      return names.get(id) ?? 'lost';
    });
    const looks = looksOf(reading);
    const seen = items.flatMap(({ id, anchor }, index) => {
      const look = looks[index];
      return look === undefined ? [] : [{ id, anchor, look, present: true }];
    });
    const ids = new Set(seen.map(({ id }) => id));
    known = [...seen, ...known.filter(({ id }) => !ids.has(id)).map((item) => ({ ...item, present: false }))];
  }
  return last;
}

const FERRY = 'Night Ferry Begins: The night ferry leaves the northern quay at ten and comes back before dawn.';
const FEES = 'Fees for Small Boats: Boats below ten metres pay half of what they paid in the year before.';
const LAMPS = 'Lamps Come South: Forty lamps are shown in the old loft until the end of the month.';

describe('identifyItems', () => {
  it.each<[string, readonly (readonly string[])[], readonly string[]]>([
    [
      'the same again',
      [
        [FERRY, FEES],
        [FERRY, FEES],
      ],
      ['0', '1'],
    ],
    [
      'a typo mended in a title',
      [
        [FERRY, FEES],
        [FERRY.replace('Begins', 'Begin'), FEES],
      ],
      ['0', '1'],
    ],
    [
      'a title that is quite another over the same words',
      [
        [FERRY, FEES],
        [FERRY.replace('Night Ferry Begins', 'Late Boats'), FEES],
      ],
      ['0', '1'],
    ],
    [
      'other words under the same title',
      [
        [FERRY, FEES],
        ['Night Ferry Begins: Nothing more is known.', FEES],
      ],
      ['0', '1'],
    ],
    [
      'an item put before',
      [
        [FERRY, FEES],
        [LAMPS, FERRY, FEES],
      ],
      ['new', '0', '1'],
    ],
    [
      'two that change places',
      [
        [FERRY, FEES],
        [FEES, FERRY],
      ],
      ['1', '0'],
    ],
    [
      'an item in another section',
      [
        [FERRY, FEES, '---', LAMPS],
        [FEES, '---', FERRY, LAMPS],
      ],
      ['1', '0', '2'],
    ],
    [
      'an item left out',
      [
        [FERRY, FEES, LAMPS],
        [FERRY, LAMPS],
      ],
      ['0', '2'],
    ],
    ['an item left out and back', [[FERRY, FEES], [FERRY], [FEES, FERRY]], ['1', '0']],
    [
      'an item left out and back with a typo',
      [[FERRY, FEES], [FERRY], [FERRY, FEES.replace('Small', 'Smal')]],
      ['0', '1'],
    ],
    [
      'another in the place of one',
      [
        [FERRY, FEES],
        [FERRY, LAMPS],
      ],
      ['0', 'new'],
    ],
    [
      'two that are equal',
      [
        [FERRY, FERRY],
        [FERRY, FERRY],
      ],
      ['0', '1'],
    ],
    [
      'one of two that were equal',
      [
        [FERRY, FEES, LAMPS, FERRY],
        [FEES, LAMPS, FERRY],
      ],
      ['1', '2', '3'],
    ],
    ['a second one that is equal', [[FERRY], [FERRY, FERRY]], ['0', 'new']],
    [
      'titles that are equal over other words',
      [
        ['Notice: On fog and ferries.', 'Notice: On salt and fees.'],
        ['Notice: On salt and fees.', 'Notice: On fog and ferries.'],
      ],
      ['1', '0'],
    ],
    [
      'titles of signs alone',
      [
        ['★★: On fog.', '☆☆: On salt.'],
        ['☆☆: On salt.', '★★: On fog.'],
      ],
      ['1', '0'],
    ],
  ])('finds again %s', (_, revisions, identities) => expect(follow(...revisions)).toEqual(identities));

  it('gives the half that is likest the identity of an item that was split in two', () => {
    const halves = [
      'Night Ferry Begins: The night ferry leaves the northern quay at ten.',
      'Night Ferry Returns: It comes back before dawn.',
    ];
    expect(follow([FERRY, FEES], [...halves, FEES])).toEqual(['0', 'new', '1']);
  });

  it('gives as many items of one title as many ids', () => {
    const reading = read(parse(documentOf(Array.from({ length: 100 }, () => 'Notice: The same.'))), {});
    const ids = identifyItems('issue_a', reading, []).map(({ id }) => id);
    expect(new Set(ids).size).toBe(100);
  });

  it('keeps 800 items that are all alike in their order', () => {
    const many = Array.from(
      { length: 800 },
      (_, index) => `Notice ${index}: The same words for all of them, and a number.`,
    );
    expect(follow(many, many)).toEqual(many.map((_, index) => String(index)));
  });
});
