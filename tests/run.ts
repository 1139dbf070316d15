/**
 * `pnpm test [vitest arguments]`: every test, on PGlite and, where a postgres binary is found, on a PostgreSQL server started for it.
 * The last line is `N passed, N failed`.
 */
import { announceHalf } from './postgres/announce-half.js';
import { runVitest } from './run-vitest.js';

const half = await announceHalf();
const stopOnSignal = (): void => {
  void half.stop().finally(() => process.exit(130));
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stopOnSignal);
try {
  const { passed, failed, code } = await runVitest(process.argv.slice(2), half.environment);
  process.exitCode = code;
  await half.stop();
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
} finally {
  await half.stop();
}
