import type { Environment } from './settings.js';
import { watchLaunchers } from './watch-launchers.js';

/** Done on SIGTERM, SIGINT, SIGHUP or the end of the package manager that started this process. The same signal again ends it at once. */
export function toldToStop(env: Environment): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => resolve());
    watchLaunchers(env, resolve);
  });
}
