import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import { transformSync } from 'esbuild';

/** A regular expression as it stands in our code. */
export interface Expression {
  readonly source: string;
  readonly flags: string;
  /** Where it stands first. */
  readonly file: string;
}

const ROOT = join(import.meta.dirname, '../..');

/** Every regular expression that stands in what we ship, once each. */
export function expressions(): readonly Expression[] {
  const listed = execFileSync('git', ['ls-files', 'packages/*/src/*.ts', 'packages/*/src/*.tsx'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const files = listed
    .split('\n')
    .filter((file) => file !== '' && !/\.test\.ts$|\/testing\/|\/generated\/|\.d\.ts$/.test(file));
  const found = new Map<string, Expression>();
  for (const file of files) {
    const { code } = transformSync(readFileSync(join(ROOT, file), 'utf8'), {
      loader: file.endsWith('x') ? 'tsx' : 'ts',
      format: 'esm',
      target: 'es2024',
    });
    simple(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), {
      Literal({ regex }) {
        if (regex) found.set(`${regex.pattern}/${regex.flags}`, { source: regex.pattern, flags: regex.flags, file });
      },
    });
  }
  return [...found.values()];
}
