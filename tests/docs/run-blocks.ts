import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../cli/command.js';
import { embedded } from '../cli/databases.js';

/** How a block of shell ended. */
export interface Ran {
  readonly code: number | null;
  readonly printed: string;
}

/** A folder as a reader of the documentation has it: issues of their own, and `pnpm` and `npx` on the path. */
export async function prepareFolder(folder: string): Promise<void> {
  await mkdir(join(folder, 'bin'));
  for (const name of ['pnpm', 'npx']) {
    const file = join(folder, 'bin', name);
    await writeFile(file, `#!/bin/sh\nexec ${process.execPath} ${join(import.meta.dirname, 'stand-in.mjs')} "$@"\n`);
    await chmod(file, 0o755);
  }
  await mkdir(join(folder, 'archive'));
  const sample = (number: number): string => join(ROOT, `packages/cli/sample/issue-${number}.txt`);
  await copyFile(sample(201), join(folder, 'issue-12.txt'));
  await copyFile(sample(202), join(folder, 'issue-13.txt'));
  await copyFile(sample(203), join(folder, 'archive/issue-203.txt'));
  await mkdir(join(folder, 'node_modules/@broadsheet'), { recursive: true });
  await symlink(join(ROOT, 'packages/sdk'), join(folder, 'node_modules/@broadsheet/sdk'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
}

/** Puts an empty database into each data directory that commands of a page name: to build one takes a command many times longer. */
export async function prepareData(folder: string, text: string): Promise<void> {
  const names = new Set([...text.matchAll(/ --data (\w+)/g)].map(([, name = '']) => name));
  if (names.size === 0) return;
  const place = await embedded.make();
  for (const name of names) await cp(place.flags[1] ?? '', join(folder, name), { recursive: true });
  await place.remove();
}

/** Runs a block of shell in such a folder, as it stands in the page; a command that fails ends it. `database` is the PostgreSQL to use. */
export async function runShell(folder: string, code: string, database: string | undefined): Promise<Ran> {
  const child = spawn('bash', ['-eo', 'pipefail', '-c', code], {
    cwd: folder,
    env: {
      PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
      DOCS_ROOT: ROOT,
      ...(database === undefined ? {} : { DOCS_DATABASE: database }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      printed += part;
    });
  }
  await once(child, 'close');
  return { code: child.exitCode, printed };
}

/** What blocks of TypeScript print, checked against the types and then run, with a server at `url` in place of the one they name. */
export async function runTypeScript(folder: string, codes: readonly string[], url: string): Promise<string[]> {
  const files = codes.map((code, index) => ({ name: `block-${index}.ts`, code }));
  for (const { name, code } of files) {
    await writeFile(join(folder, name), code.replaceAll('http://127.0.0.1:4000', url));
  }
  const names = files.map(({ name }) => name);
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(projectOf(names)));
  const node = promisify(execFile);
  await node(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', folder]).catch(
    ({ stdout }: { readonly stdout?: string }) => {
      throw new Error(`The TypeScript of the page does not compile:\n${stdout}`);
    },
  );
  const flags = ['--conditions=broadsheet-source', '--import', import.meta.resolve('tsx')];
  const outs: string[] = [];
  for (const name of names) outs.push((await node(process.execPath, [...flags, name], { cwd: folder })).stdout);
  return outs;
}

function projectOf(files: readonly string[]): object {
  return {
    extends: join(ROOT, 'tsconfig.json'),
    include: [],
    files,
    compilerOptions: { typeRoots: [join(ROOT, 'node_modules/@types')] },
  };
}
