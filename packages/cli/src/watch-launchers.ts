import { type Launcher, launchersOf, parentOf } from './launchers.js';
import type { Environment } from './settings.js';

const EVERY_MS = 500;

/**
 * Calls back when a program that started this one through a package manager is gone: npx, pnpm, or a shell between them. They do not pass on
 * that they were told to stop (npx leaves pnpm running behind it), so that a server must notice by itself. Started otherwise, it may
 * outlive whoever started it.
 */
export function watchLaunchers(env: Environment, gone: () => void): void {
  if (env['npm_lifecycle_event'] === undefined) return;
  const launchers = launchersOf(process.pid);
  const timer = setInterval(() => {
    if (launchers.every(stillStands)) return;
    clearInterval(timer);
    gone();
  }, EVERY_MS);
  timer.unref();
}

function stillStands({ pid, child }: Launcher): boolean {
  return parentOf(child) === pid;
}
