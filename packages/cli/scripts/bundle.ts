import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

// Puts what the command runs into a few files in bundle/, out of what the packages have built: `pnpm build`. Loading a thousand small modules
// takes longer than all else that a server does until it answers.
const folder = new URL('../bundle/', import.meta.url);
await rm(folder, { recursive: true, force: true });
await build({
  // Threads are started by their files, which stand beside the file that starts them.
  entryPoints: {
    main: built('..', 'main'),
    'pglite-worker': built('../../store', 'database/pglite/pglite-worker'),
    'reading-worker': built('../../store', 'ingest/reading/reading-worker'),
  },
  outdir: fileURLToPath(folder),
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // One copy of graphql, whatever form of module asks for it.
  mainFields: ['module', 'main'],
  // These read files that stand beside their own, or are not there at all.
  external: ['@electric-sql/pglite', '@broadsheet/graphiql', 'pg-native'],
  banner: {
    js: "import { createRequire as $createRequire } from 'node:module';\nconst require = $createRequire(import.meta.url);",
  },
  // What libraries verify for who develops with them, at every call.
  define: { 'process.env.NODE_ENV': '"production"', 'globalThis.process.env.NODE_ENV': '"production"' },
  legalComments: 'inline',
  logLevel: 'warning',
});

function built(folder: string, module: string): string {
  return fileURLToPath(new URL(`${folder}/dist/${module}.js`, import.meta.url));
}
