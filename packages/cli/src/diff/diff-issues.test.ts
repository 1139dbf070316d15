import { describe, expect, it } from 'vitest';
import { diffIssues } from './diff-issues.js';
import type { IssueState, ItemState } from './issue-state.js';

const item = (id: string, position: number, more: Partial<ItemState> = {}): ItemState => ({
  canonicalId: id,
  position,
  kind: 'BRIEF',
  title: `Title of ${id}`,
  body: `Body of ${id}.`,
  path: ['National'],
  facts: { keywords: 'Quays' },
  ...more,
});

const issue = (...items: ItemState[]): IssueState => ({
  revision: 1,
  title: 'The week',
  facts: { number: '7' },
  items,
});

const told = (before: IssueState, after: IssueState): string[] =>
  diffIssues(before, after).items.map(({ id, changes }) => `${id} ${changes.join(' ')}`);

describe('diffIssues', () => {
  const before = issue(item('a', 1), item('b', 2), item('c', 3));

  it.each([
    ['nothing', issue(item('a', 1), item('b', 2), item('c', 3)), []],
    [
      'an item before all others as added, and none as moved',
      issue(item('x', 1), item('a', 2), item('b', 3), item('c', 4)),
      ['x added'],
    ],
    ['one that is gone', issue(item('a', 1), item('c', 2)), ['b removed']],
    ['the one of three that moved', issue(item('b', 1), item('c', 2), item('a', 3)), ['a moved']],
    ['another section', issue(item('a', 1), item('b', 2, { path: ['Shanghai'] }), item('c', 3)), ['b moved']],
    ['other words', issue(item('a', 1), item('b', 2, { title: 'Titel of b' }), item('c', 3)), ['b changed']],
    ['other facts', issue(item('a', 1), item('b', 2, { facts: {} }), item('c', 3)), ['b changed']],
    [
      'one split in two',
      issue(item('a', 1), item('b', 2, { body: 'Body' }), item('n', 3), item('c', 4)),
      ['b changed', 'n added'],
    ],
    [
      'all at once',
      issue(item('c', 1, { body: '' }), item('n', 2)),
      ['a removed', 'b removed', 'c changed', 'n added'],
    ],
  ])('tells %s', (_, after, wanted) => expect(told(before, after)).toEqual(wanted));

  it('tells what changed of the issue, and how many items are the same', () => {
    const after = { ...before, title: 'The Week', facts: { number: '8', url: 'https://a.example' } };
    expect(diffIssues(before, after)).toEqual({
      facts: [
        { name: 'title', before: 'The week', after: 'The Week' },
        { name: 'number', before: '7', after: '8' },
        { name: 'url', before: '', after: 'https://a.example' },
      ],
      items: [],
      same: 3,
    });
  });

  it('tells the words of titles and bodies, and where an item stood and stands', () => {
    const after = issue(item('a', 1), item('c', 2, { title: 'Title of sea' }), item('b', 3));
    const [moved] = diffIssues(before, after).items;
    expect(moved).toMatchObject({
      id: 'c',
      titleWords: [
        { kind: 'same', text: 'Title of ' },
        { kind: 'gone', text: 'c' },
        { kind: 'come', text: 'sea' },
      ],
      bodyWords: null,
      before: { position: 3 },
      after: { position: 2 },
    });
  });
});
