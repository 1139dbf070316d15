import { defaultExclude, defineConfig } from 'vitest/config';

/** Files that take long run where LONG is set, as in CI, or where files are named. */
const isLong = (process.env['LONG'] ?? '') !== '';

export default defineConfig({
  resolve: {
    conditions: ['broadsheet-source', 'node'],
    // Libraries load graphql as CommonJS; the sources must get that same copy, not the package's ES module.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  ssr: { resolve: { conditions: ['broadsheet-source', 'node'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: isLong ? defaultExclude : [...defaultExclude, '**/*.long.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // The sources are loaded once a worker, not once a file: no test may change what another one's modules hold.
    isolate: false,
    execArgv: ['--conditions=broadsheet-source'],
  },
});
