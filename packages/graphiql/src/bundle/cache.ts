import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bundle } from './bundle.js';
import { writeAssets } from './write-assets.js';

const PACKAGE = new URL('../../', import.meta.url);
const CACHE = new URL('node_modules/.cache/graphiql/', PACKAGE);

/** Quick to make; what is published is compressed further. */
const QUALITY = 5;

/**
 * The folder of the page's assets as its sources are now: made when there is none yet. Several processes may ask at once: each makes its own
 * and the first to be done puts it in place. Where node_modules cannot be written to, it is made in a new folder under the system's own.
 */
export async function cachedAssets(): Promise<URL> {
  const folder = new URL(`${await keyOfSources()}/`, CACHE);
  if (isWhole(folder)) return folder;
  // The bundler is only loaded where there is something to bundle.
  const { bundlePage } = await import('./bundle.js');
  const bundle = await bundlePage();
  try {
    await putInPlace(bundle, folder);
    return folder;
  } catch {
    const own = pathToFileURL(`${await mkdtemp(join(tmpdir(), 'broadsheet-graphiql-'))}/`);
    await writeAssets(bundle, own, QUALITY);
    return own;
  }
}

function isWhole(folder: URL): boolean {
  return existsSync(new URL('manifest.json', folder));
}

async function putInPlace(bundle: Bundle, folder: URL): Promise<void> {
  const older = await readdir(CACHE).catch(() => []);
  const making = new URL(`making-${randomUUID()}/`, CACHE);
  await writeAssets(bundle, making, QUALITY);
  try {
    await rename(making, folder);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    if (!isWhole(folder)) throw error;
  }
  const stale = older.filter((name) => !name.startsWith('making-'));
  await Promise.all(stale.map((name) => rm(new URL(`${name}/`, CACHE), { recursive: true, force: true })));
}

/** Changes with every source and with every version that the lockfile names. */
async function keyOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of await sources()) hash.update(`${file.pathname}\0`).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

async function sources(): Promise<URL[]> {
  const page = new URL('src/page/', PACKAGE);
  const names = await readdir(page, { recursive: true });
  const own = names.filter((name) => /\.(tsx?|css)$/.test(name)).sort();
  const lockfile = new URL('../../pnpm-lock.yaml', PACKAGE);
  return [
    ...own.map((name) => new URL(name, page)),
    new URL('src/page-data.ts', PACKAGE),
    new URL('src/bundle/bundle.ts', PACKAGE),
    new URL('package.json', PACKAGE),
    ...(existsSync(lockfile) ? [lockfile] : []),
  ];
}
