import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../cli/command.js';

const run = promisify(execFile);

/** The package as it would be published, in a folder that has nothing else. */
export interface Packed {
  readonly tarball: string;
  /** Holds `node_modules/@broadsheet/sdk`. */
  readonly folder: string;
  remove(): Promise<void>;
}

/** Packs the SDK, which builds it, and unpacks it into an empty folder. */
export async function packSdk(): Promise<Packed> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-sdk-'));
  const tarball = await packInto(join(folder, 'tarball'));
  await unpackInto(tarball, folder);
  return { tarball, folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Packs the SDK into a folder; gives the file. */
export async function packInto(destination: string): Promise<string> {
  await mkdir(destination, { recursive: true });
  await run('npx', ['-y', 'pnpm@10', 'pack', '--pack-destination', destination], { cwd: join(ROOT, 'packages/sdk') });
  const [name = ''] = await readdir(destination);
  return join(destination, name);
}

/** Unpacks the package to where a folder's modules find it. */
export async function unpackInto(tarball: string, folder: string): Promise<void> {
  const place = join(folder, 'node_modules/@broadsheet/sdk');
  await mkdir(place, { recursive: true });
  await run('tar', ['-xzf', tarball, '--strip-components=1', '-C', place]);
}

/** Lets a folder's modules find packages that `of` (a folder of the checkout) depends on. */
export async function lend(folder: string, of: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const place = join(folder, 'node_modules', name);
    await mkdir(dirname(place), { recursive: true });
    await symlink(join(ROOT, of, 'node_modules', name), place);
  }
}

/** Lets a folder's modules find what expectTypeOf is made of: vitest brings it. */
export async function lendExpectType(folder: string): Promise<void> {
  const vitest = createRequire(import.meta.url).resolve('vitest/package.json');
  const place = createRequire(vitest).resolve('expect-type/package.json');
  await symlink(dirname(place), join(folder, 'node_modules/expect-type'));
}

/** Compilers by their versions. */
export const COMPILERS = { '5.9': 'typescript-5.9', '6': 'typescript-6', '7': 'typescript-7' } as const;

/** Runs one of the compilers on a folder's tsconfig.json. Throws with what it printed. */
export async function compile(folder: string, version: keyof typeof COMPILERS): Promise<void> {
  const at = createRequire(import.meta.url).resolve(`${COMPILERS[version]}/package.json`);
  await run(process.execPath, [join(dirname(at), 'bin/tsc'), '-p', folder]).catch(
    ({ stdout, stderr }: { readonly stdout?: string; readonly stderr?: string }) => {
      throw new Error(`TypeScript ${version}:\n${stdout}${stderr}`);
    },
  );
}
