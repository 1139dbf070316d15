/**
 * `pnpm test [vitest arguments]`: every test, on PGlite and, where a postgres binary is found, on a PostgreSQL server started for it.
 * The last line is `N passed, N failed`.
 */
import { announceHalf } from './postgres/announce-half.js';
import { runVitest } from './run-vitest.js';

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupted.abort());

const half = await announceHalf();
try {
  const { passed, failed, code } = await runVitest(process.argv.slice(2), half.environment, interrupted.signal);
  await half.stop();
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = interrupted.signal.aborted ? 130 : code;
} finally {
  await half.stop();
}
