import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layouts } from '@broadsheet/parser';
import { afterAll, describe, expect, it } from 'vitest';
import { jsonLines } from './command.js';
import { runInside } from './inside.js';

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-layout-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const DOCUMENT =
  'Fog (Issue 7)\nLaws and Regulations\nNational\n1. Fog\nFog lies.\nSource: Quay\nQ&A\nSource: Nobody\n';

describe('broadsheet layout', () => {
  it.each(['layout list', 'layout show', 'layout try'])('has an example in the help of %s', async (name) => {
    const { code, out } = await runInside([...name.split(' '), '--help']);
    expect([code, out]).toEqual([0, expect.stringMatching(new RegExp(`Examples?:\n {2}\\$ broadsheet ${name}\\b`))]);
  });

  it('lists name, version, formats and title of each', async () => {
    const { code, out } = await runInside(['layout', 'list', '--json']);
    const expected = layouts.map(({ name, version, title, formats }) => ({ name, version, title, formats }));
    expect([code, jsonLines(out)]).toEqual([0, expected]);
    const plain = await runInside(['layout', 'list']);
    expect(plain.out.trimEnd().split('\n')).toHaveLength(layouts.length);
    expect(plain.out).toMatch(/^weekly-bulletin +version \d+ {2}.*TEXT/m);
  });

  it('shows every rule of a layout', async () => {
    const { code, out } = await runInside(['layout', 'show', 'weekly-bulletin']);
    expect([code, out.split('\n')[0]]).toEqual([0, expect.stringMatching(/^weekly-bulletin, version \d+: /)]);
    const layout = layouts.find(({ name }) => name === 'weekly-bulletin');
    const patterns = [
      ...(layout?.lines ?? []).map(({ starts }) => starts),
      ...(layout?.front?.nameplates ?? []),
      ...(layout?.headingFrames ?? []),
      ...(layout?.monthCounts ?? []),
    ];
    expect(patterns.length).toBeGreaterThan(10);
    for (const pattern of patterns) expect(out).toContain(String(pattern));
    expect(out).toMatch(/^ {2}Laws and Regulations \| .* \(briefs\)\n {4}National \| /m);
    const json: unknown = JSON.parse((await runInside(['layout', 'show', 'weekly-bulletin', '--json'])).out);
    expect(json).toMatchObject({ name: 'weekly-bulletin', issueNumbers: layout?.issueNumbers.map(String) });
  });

  it('shows which tags hold questions', async () => {
    const { out } = await runInside(['layout', 'show', 'bitcoin-optech']);
    const [tag] = layouts.find(({ name }) => name === 'bitcoin-optech')?.marked?.tags ?? [];
    expect(tag).toBeDefined();
    for (const part of Object.values(tag ?? {})) expect(out).toContain(String(part));
  });

  it('says how much each layout explains, which is chosen, and which lines are left over', async () => {
    const path = file('fog.txt', DOCUMENT);
    const { code, out } = await runInside(['layout', 'try', path, '--date', '2032-01-09', '--json']);
    const trial: unknown = JSON.parse(out);
    expect([code, trial]).toEqual([
      0,
      expect.objectContaining({
        file: path,
        layout: 'weekly-bulletin',
        tried: expect.arrayContaining([
          { layout: 'weekly-bulletin', version: expect.any(Number), lines: 8, attributed: 7 },
        ]),
        sections: 3,
        items: 1,
        raw: [{ line: 8, text: 'Source: Nobody' }],
      }),
    ]);
    expect(trial).toMatchObject({
      diagnostics: expect.arrayContaining([
        expect.objectContaining({ code: 'STRAY_SOURCE_LINE', severity: 'WARNING', count: 1, lines: [8] }),
      ]),
    });
    const plain = await runInside(['layout', 'try', path, '--date', '2032-01-09', '--layout', 'weekly-bulletin']);
    expect(plain.out).toContain('weekly-bulletin was named. Read as text: 3 sections, 1 items.');
    expect(plain.out).toMatch(/weekly-bulletin {2}version \d+ {2}7 of 8 lines {2}87\.5 %/);
    expect(plain.out).toContain('warning STRAY_SOURCE_LINE (line 8): A source line stands under no item.');
    expect(plain.out).toContain('     8  Source: Nobody');
  });

  it('reads a document as its file is named or as it is told', async () => {
    const markdown = "---\ntitle: 'Bitcoin Optech Newsletter #907'\n---\n## News\n\n- **Lamps:** lit.\n";
    const named = await runInside(['layout', 'try', file('lamps.md', markdown)]);
    expect(named.out).toMatch(
      /^bitcoin-optech is chosen: the title is that of its periodical\. Read as Markdown: 1 sections, 1 items\.$/m,
    );
    const told = await runInside(['layout', 'try', file('lamps.txt', markdown), '--format', 'markdown', '--json']);
    expect(JSON.parse(told.out)).toMatchObject({ layout: 'bitcoin-optech', format: 'MARKDOWN', items: 1 });
    const page = '<h1>T (Issue 3)</h1><h2>Laws and Regulations</h2><p>1. A</p><p>[Keyword: K]</p><p>Source: S</p>';
    const { code, out } = await runInside(['layout', 'try', file('lamps.html', page), '--json']);
    expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ format: 'HTML', sections: 1, items: 1 })]);
  });

  it('ends with 1 and says so where no heading is recognised', async () => {
    const path = file('letter.txt', 'A letter\nDear Sir,\nnothing.\n');
    const { code, out } = await runInside(['layout', 'try', path]);
    expect(code).toBe(1);
    for (const told of ['error NO_HEADING', 'warning LOW_COVERAGE', '     2  Dear Sir,']) expect(out).toContain(told);
  });

  it.each([
    ['show', ['layout', 'show', 'gazette']],
    ['try', ['layout', 'try', file('any.txt', DOCUMENT), '--layout', 'gazette']],
  ])('names the layouts there are where %s is given another', async (_, words) => {
    const { code, err } = await runInside(words);
    expect([code, err]).toEqual([1, expect.stringMatching(/no layout 'gazette'.*weekly-bulletin.*\(UNKNOWN_LAYOUT\)/)]);
  });
});
