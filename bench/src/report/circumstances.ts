import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { CHECKOUT } from '../paths.js';

/** When, of what and on what something was measured. */
export interface Circumstances {
  /** An instant: `2026-11-26T12:00:00.000Z`. */
  readonly at: string;
  /** The commit of the checkout; with a plus where it was changed. */
  readonly commit: string;
  /** `2 x Some Processor` */
  readonly machine: string;
  readonly node: string;
  /** `15` */
  readonly postgres: string;
  /** Processes that wanted a core in the minute before, as the system counts them. */
  readonly load_before: number;
}

/** What holds now. */
export function circumstances(postgres: string): Circumstances {
  return {
    at: new Date().toISOString(),
    commit: commit(),
    machine: `${availableParallelism()} x ${cpus()[0]?.model ?? 'a processor that has no name'}`,
    node: process.versions.node,
    postgres,
    load_before: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}

function commit(): string {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: CHECKOUT, encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--', 'packages') !== '';
  return `${git('rev-parse', '--short', 'HEAD')}${changed ? '+' : ''}`;
}
