import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isAllowed, READ_BY_HAND, SHIPPED, TOOLS } from './licences.js';

const ROOT = join(import.meta.dirname, '../..');

/** Every package that is installed, with the licence that it names. */
function installed(): ReadonlyMap<string, string> {
  const store = join(ROOT, 'node_modules/.pnpm');
  const found = new Map<string, string>();
  for (const folder of readdirSync(store)) {
    const [, name] = /^((?:@[^+@]+\+)?[^@]+)@/.exec(folder) ?? [];
    if (name === undefined) continue;
    const file = join(store, folder, 'node_modules', name.replace('+', '/'), 'package.json');
    const { license, licenses }: { license?: unknown; licenses?: { type: string }[] } = read(file);
    found.set(
      name.replace('+', '/'),
      String(typeof license === 'object' ? licenseType(license) : (license ?? licenses?.[0]?.type)),
    );
  }
  return found;
}

function licenseType(license: unknown): unknown {
  return typeof license === 'object' && license !== null && 'type' in license ? license.type : undefined;
}

function read(file: string) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { license: 'MIT' };
  }
}

/** Names of the packages that the published ones need, at any depth. */
function shipped(): ReadonlySet<string> {
  const lockfile = readFileSync(join(ROOT, 'pnpm-lock.yaml'), 'utf8');
  const needs = new Map<string, string[]>();
  for (const [, key = '', body = ''] of lockfile
    .slice(lockfile.indexOf('\nsnapshots:'))
    .matchAll(/^ {2}'?([^'\n]+?)'?:(?: \{\})?\n((?: {4}.*\n)*)/gm)) {
    needs.set(nameOf(key), [
      ...(needs.get(nameOf(key)) ?? []),
      ...[...body.matchAll(/^ {6}'?([^':\n]+)'?: /gm)].map(([, name = '']) => name),
    ]);
  }
  const packages = execFileSync('git', ['ls-files', 'packages/*/package.json'], { cwd: ROOT, encoding: 'utf8' })
    .trim()
    .split('\n');
  const open = packages.flatMap((file): string[] =>
    Object.keys(JSON.parse(readFileSync(join(ROOT, file), 'utf8')).dependencies ?? {}),
  );
  const found = new Set<string>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name) || name.startsWith('@broadsheet/')) continue;
    found.add(name);
    open.push(...(needs.get(name) ?? []));
  }
  return found;
}

/** 'a' of 'a@1.0.0(b@2.0.0)'. */
function nameOf(key: string): string {
  return /^(@?[^@]+)@/.exec(key)?.[1] ?? key;
}

it('ships packages whose licences ask for nothing but their text, and runs tools whose licences are known', () => {
  const licences = installed();
  const parts = shipped();
  expect(licences.size).toBeGreaterThan(300);
  expect(parts.size).toBeGreaterThan(20);
  const wrong = [...licences].filter(
    ([name, licence]) => !isAllowed(READ_BY_HAND[name] ?? licence, parts.has(name) ? SHIPPED : TOOLS),
  );
  expect(wrong).toEqual([]);
});
