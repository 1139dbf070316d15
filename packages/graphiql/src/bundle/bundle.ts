import { fileURLToPath } from 'node:url';
import { build, type Metafile, stop } from 'esbuild';
import { licencesOf } from './licences.js';

/** What the bundler makes of the page's sources: contents by file name. */
export type Bundle = ReadonlyMap<string, Uint8Array>;

const ENTRY = new URL('../page/main.tsx', import.meta.url);

/** The page in one script and one style sheet, with the licences of all that went into them. */
export async function bundlePage(): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: { graphiql: fileURLToPath(ENTRY) },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    outdir: '.',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  // The bundler's own process would outlive the work and hold 30 MB.
  await stop();
  const files = outputFiles.map(({ path, contents }): [string, Uint8Array] => [baseName(path), contents]);
  return new Map([...files, ['licences.txt', await licencesText(metafile)]]);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

async function licencesText(metafile: Metafile): Promise<Uint8Array> {
  return new TextEncoder().encode(await licencesOf(Object.keys(metafile.inputs)));
}
