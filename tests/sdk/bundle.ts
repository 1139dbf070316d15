import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** What a bundler makes of a module that imports from the SDK, minified, for browsers. `resolveDir` is where the SDK is found. */
export async function bundle(code: string, resolveDir = import.meta.dirname): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    conditions: ['broadsheet-source'],
  });
  return outputFiles[0]?.text ?? '';
}

/** Bytes of a text as servers send it. */
export function gzipped(text: string): number {
  return gzipSync(text, { level: 9 }).byteLength;
}

/** One operation, and everything that a client with it needs. */
export const ONE_OPERATION = "export { createClient, latestIssues } from '@broadsheet/sdk';";
/** All there is. */
export const WHOLE = "export * from '@broadsheet/sdk';";

/** The most that each may be, in bytes. */
export const BUDGET = { one: 6_000, whole: 12_000 } as const;
