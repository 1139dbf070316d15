import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** A program that stands above this one, and the one that it started. */
export interface Launcher {
  readonly pid: number;
  readonly child: number;
}

/** Programs that hand on to others what they were asked to run. */
const PACKAGE_MANAGER = /\b(?:npm|npx|pnpm|yarn|bun)\b/;
const SHELL = /^\S*sh\b.* -c\b/;

/** The package managers above a process and the shells between them, from the nearest up; at least its parent. */
export function launchersOf(pid: number): readonly Launcher[] {
  const chain: Launcher[] = [];
  let sure = 1;
  for (let child = pid; ; ) {
    const parent = parentOf(child);
    if (parent === undefined || parent <= 1) break;
    chain.push({ pid: parent, child });
    const command = commandOf(parent);
    if (PACKAGE_MANAGER.test(command)) sure = chain.length;
    else if (!SHELL.test(command)) break;
    child = parent;
  }
  return chain.slice(0, sure);
}

/** The parent of a process; undefined for one that is gone. */
export function parentOf(pid: number): number | undefined {
  if (pid === process.pid) return process.ppid;
  const found = HAS_PROC ? /^PPid:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] : ps('ppid=', pid).trim();
  return found === undefined || found === '' ? undefined : Number(found);
}

/** Its program and arguments; empty for one that is gone. */
function commandOf(pid: number): string {
  return HAS_PROC ? read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ') : ps('command=', pid);
}

const HAS_PROC = existsSync('/proc/self/status');

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function ps(column: string, pid: number): string {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '';
  }
}
