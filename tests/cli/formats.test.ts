import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jsonLines, ROOT } from './command.js';
import { runInside } from './inside.js';

const FIXTURES = join(ROOT, 'packages/parser/src/fixtures');

describe('the format of a file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'broadsheet-formats-'));
    const copies = { md: 'a.markdown', html: 'b.HTM', txt: 'c.text' };
    for (const [ending, name] of Object.entries(copies))
      await cp(join(FIXTURES, `quay-interview.${ending}`), join(folder, name));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    ['a.markdown', [], 'frontMatter'],
    ['b.HTM', [], 'outside'],
    ['c.text', [], 'title'],
    ['c.text', ['--format', 'markdown'], 'title'],
  ])('is told by the end of the name of %s, or by the flags %j', async (name, flags, type) => {
    const { code, out } = await runInside(['check', join(folder, name), '--json', ...flags]);
    expect(code).toBe(0);
    const [{ tree, reading } = {}] = jsonLines(out);
    expect(JSON.stringify(tree)).toContain(`"type":"${type}"`);
    expect(reading).toMatchObject({ number: { value: 62 }, items: [{ kind: 'INTERVIEW' }] });
  });

  it('is refused where there is none of its name', async () => {
    const { code, err } = await runInside(['check', join(folder, 'c.text'), '--format', 'word']);
    expect(code).toBe(2);
    expect(err).toContain('It takes text, markdown, html.');
  });
});
