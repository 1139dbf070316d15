import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['broadsheet-source', 'node'] },
  ssr: { resolve: { conditions: ['broadsheet-source', 'node'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'tests/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    execArgv: ['--conditions=broadsheet-source'],
  },
});
