import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Manifest } from '../assets.js';
import type { Bundle } from './bundle.js';

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

/** Writes each file as it is, for brotli (`quality` 0 to 11: 11 takes seconds) and for gzip, and a manifest. */
export async function writeAssets(bundle: Bundle, folder: URL, quality: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, contents] of bundle) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
    await writeFile(new URL(name, folder), contents);
    await writeFile(new URL(`${name}.br`, folder), await promisify(brotliCompress)(contents, { params }));
    await writeFile(new URL(`${name}.gz`, folder), await promisify(gzip)(contents));
  }
  await writeFile(new URL('manifest.json', folder), JSON.stringify(manifestOf(bundle)));
}

function manifestOf(bundle: Bundle): Manifest {
  const hash = createHash('sha256');
  for (const [name, contents] of bundle) hash.update(name).update(contents);
  const files = [...bundle.keys()].map((name) => ({ name, type: typeOf(name) }));
  return { hash: hash.digest('hex').slice(0, 16), files };
}

function typeOf(name: string): string {
  return TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}
