import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printIssue } from '../sequences/document.js';
import { PLAIN } from '../sequences/items.js';
import { type CommandDatabase, oneCommandDatabase } from './databases.js';
import { runInside } from './inside.js';

const brief = (title: string, body: string, keywords = ['Quays']) => ({
  ...PLAIN,
  title,
  keywords,
  body: [body],
  sources: ['Harbour Desk'],
});

const QUAY = brief('The quay is meended', 'Masons mended the quay in a day.');
const FERRY = brief('Fog keeps the ferry in its berth', 'It stayed where it was, and left at noon.');
const TOLL = brief('Tolls at the lock go up', 'A barge pays more from spring on.');

/** An issue in three revisions; the last is a draft. */
const REVISIONS = [
  documentOf([QUAY, FERRY, TOLL], []),
  documentOf([{ ...QUAY, title: 'The quay is mended' }, TOLL], [FERRY]),
  documentOf(
    [brief('A crane falls over', 'Nobody was hurt.'), { ...QUAY, title: 'The quay is mended', keywords: ['Moorings'] }],
    [FERRY],
  ),
];

function documentOf(national: (typeof QUAY)[], local: (typeof QUAY)[]): string {
  const under = 'Laws and Regulations';
  const sections = [
    { heading: 'National', under, items: national },
    { heading: 'Lanternport', under, items: local },
  ];
  return printIssue({ number: 7, headline: 'The week', date: '2026-10-07', sections });
}

const kind = oneCommandDatabase();

describe(`diff on ${kind.name}`, { timeout: 90_000 }, () => {
  let place: CommandDatabase;
  let folder: string;
  beforeAll(async () => {
    place = await kind.make();
    folder = await mkdtemp(join(tmpdir(), 'broadsheet-diff-'));
    for (const [index, document] of REVISIONS.entries()) {
      const file = join(folder, `${index}.txt`);
      await writeFile(file, document);
      const publish = index < 2 ? ['--publish'] : [];
      const { code, err } = await runInside(['ingest', file, '--publication', 'quay', ...publish, ...place.flags]);
      expect([code, err]).toEqual([0, expect.anything()]);
    }
  });
  afterAll(async () => {
    await place.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const diff = (...words: string[]) =>
    runInside(['diff', ...words, '--publication', 'quay', '--issue', '7', ...place.flags]);

  it('tells what a correction added, removed, moved and changed, word by word', async () => {
    const { code, out, err } = await diff('1', '2');
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(`Issue 7 of quay, from revision 1 to revision 2
sections: [-Laws and Regulations; Laws and Regulations › National-] {+Laws and Regulations; Laws and Regulations › National; Laws and Regulations › Lanternport+}
~ 1. The quay is mended changed
    title: The quay is [-meended-]{+mended+}
> 3. Fog keeps the ferry in its berth moved
    from 2, Laws and Regulations › National to 3, Laws and Regulations › Lanternport
0 added, 0 removed, 1 moved, 1 changed, 1 as before
`);
  });

  it('compares what is public with the draft where no state is named', async () => {
    const { out } = await diff();
    expect(out.split('\n')[0]).toBe('Issue 7 of quay, from now (revision 2) to draft (revision 3)');
    expect(out).toContain('+ 1. A crane falls over added\n');
    expect(out).toContain('    keywords: [-Quays-] {+Moorings+}\n');
    expect(out).toContain('- 2. Tolls at the lock go up removed\n');
    expect(out).toMatch(/\n1 added, 1 removed, 0 moved, 1 changed, 1 as before\n$/);
    expect((await diff('2', '3')).out.split('\n').slice(1)).toEqual(out.split('\n').slice(1));
  });

  it('takes instants and days, and prints JSON', async () => {
    const { out } = await diff('1', '2999-01-01', '--json');
    const told = JSON.parse(out);
    expect(told).toMatchObject({
      publication: 'quay',
      before: { state: 'revision 1', revision: 1 },
      after: { state: '2999-01-01T23:59:59.999999Z', revision: 2 },
      same: 1,
    });
    expect(told.items.map(({ title, changes }: { title: string; changes: string[] }) => [title, ...changes])).toEqual([
      ['The quay is mended', 'changed'],
      ['Fog keeps the ferry in its berth', 'moved'],
    ]);
  });

  it.each([
    ['a state that is none', ['yesterday'], 2, /\(BAD_STATE\)\n$/],
    ['a revision that is not there', ['1', '9'], 1, /has no revision 9; it has 1, 2, 3\. \(UNKNOWN_REVISION\)\n$/],
    ['an instant before the issue', ['2000-01-01', 'now'], 1, /\(ISSUE_NOT_THERE\)\n$/],
  ])('refuses %s', async (_, words, exit, message) => {
    const { code, out, err } = await diff(...words);
    expect([code, out, err]).toEqual([exit, '', expect.stringMatching(message)]);
  });
});
