import { describe, expect, it } from 'vitest';
import { exampleTab } from './tab.js';
import { activeTab, reduce, type Workspace } from './workspace.js';

function opened(...titles: readonly string[]): Workspace {
  const tabs = titles.map((title) => exampleTab({ title, query: `query ${title} { a }`, variables: {} }));
  return { tabs, active: tabs[0]?.id ?? '' };
}

const titlesOf = ({ tabs }: Workspace) => tabs.map(({ title }) => title);

describe('the open tabs', () => {
  it('show the neighbour of one that is closed', () => {
    const workspace = opened('A', 'B', 'C');
    const closed = reduce(workspace, { type: 'close', id: workspace.active });
    expect(titlesOf(closed)).toEqual(['B', 'C']);
    expect(activeTab(closed).title).toBe('B');
  });

  it('are never none', () => {
    const workspace = opened('A');
    expect(titlesOf(reduce(workspace, { type: 'close', id: workspace.active }))).toEqual(['New query']);
  });

  it('make an example the own of a reader who writes in it, under the name of its operation', () => {
    const workspace = opened('A');
    const written = reduce(workspace, { type: 'write', id: workspace.active, part: 'query', text: 'query Mine { a }' });
    expect(activeTab(written)).toMatchObject({ title: 'Mine', isOwn: true });
  });

  it('leave an example as it is where nothing is changed, and where only headers are', () => {
    const workspace = opened('A');
    const { id, query } = activeTab(workspace);
    expect(activeTab(reduce(workspace, { type: 'write', id, part: 'query', text: query })).isOwn).toBe(false);
    expect(activeTab(reduce(workspace, { type: 'write', id, part: 'headers', text: '{}' })).isOwn).toBe(false);
  });
});
