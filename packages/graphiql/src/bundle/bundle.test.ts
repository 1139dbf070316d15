import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { graphiqlIn } from '../graphiql.js';
import { bundlePage } from './bundle.js';
import { writeAssets } from './write-assets.js';

it('bundles the page into files that are served by the hash of them all, within the bound on what is transferred', async () => {
  const path = await mkdtemp(join(tmpdir(), 'broadsheet-bundle-'));
  const folder = pathToFileURL(`${path}/`);
  await writeAssets(await bundlePage(), folder, 5);
  const graphiql = await graphiqlIn(folder);
  const hash = /assets\/([0-9a-f]{16})\/graphiql\.js/.exec(graphiql.page([]).html)?.[1] ?? '';
  const script = graphiql.asset(hash, 'graphiql.js');
  expect(script?.type).toBe('text/javascript; charset=utf-8');
  expect(script && brotliDecompressSync(script.br).equals(script.identity)).toBe(true);
  expect(script && gunzipSync(script.gzip).equals(script.identity)).toBe(true);
  expect(script?.gzip.byteLength).toBeLessThan(400_000);
  expect(String(script?.identity)).not.toMatch(/\beval\(|new Function\(/);
  expect(String(graphiql.asset(hash, 'licences.txt')?.identity)).toMatch(/preact [\d.]+ \(MIT\)[\s\S]*Copyright/);
  expect(graphiql.asset('another', 'graphiql.js')).toBeUndefined();
  expect(graphiql.asset(hash, 'manifest.json')).toBeUndefined();
  await rm(path, { recursive: true });
});
