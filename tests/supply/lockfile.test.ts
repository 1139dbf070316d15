import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const LOCKFILE = readFileSync(new URL('../../pnpm-lock.yaml', import.meta.url), 'utf8');
const WORKSPACE = readFileSync(new URL('../../pnpm-workspace.yaml', import.meta.url), 'utf8');

it('locks every package by its hash, and names no place that it came from', () => {
  const resolutions = LOCKFILE.match(/^ {4}resolution: .*$/gm) ?? [];
  expect(resolutions.length).toBeGreaterThan(300);
  expect(
    resolutions.filter((line) => !/^ {4}resolution: \{integrity: sha512-[A-Za-z0-9+/]{86}==\}$/.test(line)),
  ).toEqual([]);
  expect(LOCKFILE).not.toMatch(/https?:\/\//);
});

it('names exact versions of what it depends on', () => {
  const specifiers = [...LOCKFILE.matchAll(/^ {8}specifier: (.*)$/gm)].map(([, specifier = '']) => specifier);
  const loose = specifiers.filter((one) => !/^(?:workspace:\*|'?(?:npm:.+@)?\d+\.\d+\.\d+(?:-[\w.]+)?'?)$/.test(one));
  // What a package asks of who uses it is a range.
  expect([...new Set(loose)].filter((one) => !/^'?[\^>]/.test(one))).toEqual([]);
});

it('lets packages run a script at installation only with a reason beside them', () => {
  const builds = /^allowBuilds:\n((?: {2}.*\n)+)/m.exec(WORKSPACE)?.[1] ?? '';
  const lines = builds.split('\n').filter((line) => line !== '');
  expect(lines.length).toBeGreaterThan(0);
  for (const [index, line] of lines.entries()) {
    if (line.trimStart().startsWith('#')) continue;
    expect(line).toMatch(/^ {2}[\w@/'-]+: (?:true|false)$/);
    expect(lines[index - 1] ?? '').toMatch(/^ {2}# \w/);
  }
});

it('takes no version that is younger than three days', () => {
  expect(Number(/^minimumReleaseAge: (\d+)$/m.exec(WORKSPACE)?.[1])).toBeGreaterThanOrEqual(3 * 24 * 60);
});
