import { describe, expect, it } from 'vitest';
import { classify } from '../classify.js';
import type { Layout } from '../layout.js';
import { readLines } from '../lines.js';
import { leavesOf } from '../tree-walk.js';
import { buildTree } from './build-tree.js';

/** Another periodical: other words, other labels, headings three deep. */
const almanac: Layout = {
  name: 'almanac',
  version: 1,
  formats: ['TEXT'],
  title: 'Almanac',
  lines: [
    { kind: 'source', starts: /^From:/, maxLength: 200 },
    { kind: 'numbered', starts: /^No\. (?<number>\d{1,3}) /, maxLength: 300 },
  ],
  headings: [
    {
      words: ['Sea'],
      holds: 'brief',
      children: [{ words: ['Winds'], holds: 'brief', children: [{ pattern: /^Month of \p{Lu}/u, holds: 'brief' }] }],
    },
  ],
  articleHeadings: [],
  issueNumbers: [],
  printedDates: [],
  headlineMarks: [],
  sourceChannels: [],
};

describe('buildTree', () => {
  it('reads a second layout that is data alone', () => {
    const document =
      'Almanac\nSea\nWinds\nMonth of Fog\nNo. 1 Calm\nNothing blew.\nFrom: the mast\nWinds\nNo. 1 Gale\n';
    const { tree, coverage, diagnostics } = buildTree(
      readLines(document).map((line) => classify(line, almanac)),
      almanac,
    );
    const leaves = leavesOf(tree).map(({ type }) => type);
    expect(leaves).toEqual([
      'title',
      'heading',
      'heading',
      'heading',
      'itemTitle',
      'paragraph',
      'sourceLine',
      'heading',
      'itemTitle',
    ]);
    expect(coverage).toEqual({ lines: 9, attributed: 9 });
    expect(diagnostics).toEqual([]);
    expect(
      JSON.stringify(tree)
        .match(/"depth":\d/g)
        ?.sort(),
    ).toEqual(['"depth":1', '"depth":2', '"depth":2', '"depth":3']);
  });
});
