/** What runs outside of this process and must not outlive it. */
export interface Stoppable {
  stop(): Promise<void>;
}

const running = new Set<Stoppable>();

/** Sees to it that something is stopped when this process is told to stop; returns it, with a `stop` that is called once. */
export function keepTrack<T extends Stoppable>(started: T): T {
  running.add(started);
  const stop = async (): Promise<void> => {
    if (running.delete(started)) await started.stop();
  };
  return { ...started, stop };
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    const stopped = [...running].reverse().map((started) => started.stop().catch(() => {}));
    void Promise.all(stopped).then(() => process.exit(130));
  });
}
