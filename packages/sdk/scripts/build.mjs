import { copyFile, rm } from 'node:fs/promises';
import { build } from 'esbuild';

// One file for all that runs: Node reads it at once, where it would look for each of fifty. Names stay as they are, and so do the marks by which
// a bundler drops what is not imported. The types are written by the compiler, beside it.
const here = (path) => new URL(`../${path}`, import.meta.url);
await rm(here('dist'), { recursive: true, force: true });
await build({
  absWorkingDir: here('.').pathname,
  entryPoints: ['src/index.ts', 'src/generated/introspection.ts'],
  outbase: 'src',
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  sourcemap: true,
});
// The schema goes with the package, for code generators and editors.
await copyFile(here('../../schema/schema.graphql'), here('dist/schema.graphql'));
