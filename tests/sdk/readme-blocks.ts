import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../cli/command.js';

/** An example of the package's README: its code, and what it prints where the README says so. */
export interface Example {
  /** As of a file: `ts` or `tsx`. */
  readonly language: 'ts' | 'tsx';
  readonly code: string;
  readonly prints: string | undefined;
}

/** The examples of the package's README. */
export function readmeExamples(): readonly Example[] {
  const text = readFileSync(join(ROOT, 'packages/sdk/README.md'), 'utf8');
  return [...text.matchAll(/^```(tsx?)\n([\s\S]*?)^```\n(?:\n```text\n([\s\S]*?)^```$)?/gm)].map(
    ([, language, code = '', prints]) => ({ language: language === 'tsx' ? 'tsx' : 'ts', code, prints }),
  );
}
