const EVERY_MS = 500;

/**
 * Calls back when the process that started this one is gone. A package manager that is told to stop does not pass that on; started by one,
 * a server must notice by itself. Started otherwise, it may outlive its parent.
 */
export function watchParent(gone: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, EVERY_MS);
  timer.unref();
}
