/**
 * `pnpm test [vitest arguments]`: every test, on PGlite and, where a postgres binary is found, on a PostgreSQL server started for it.
 * Files named `.long.test.ts` run where LONG is set, or where the arguments name files. The last line is `N passed, N failed`.
 */
import { announceHalf } from './postgres/announce-half.js';
import { runVitest } from './run-vitest.js';

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupted.abort());

const half = await announceHalf();
try {
  const args = process.argv.slice(2);
  const named = args.some((word) => !word.startsWith('-')) ? { LONG: '1' } : {};
  const { passed, failed, code } = await runVitest(args, { ...half.environment, ...named }, interrupted.signal);
  await half.stop();
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = interrupted.signal.aborted ? 130 : code;
} finally {
  await half.stop();
}
