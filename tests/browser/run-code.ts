import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SDK = fileURLToPath(new URL('../../packages/sdk', import.meta.url));

/** What a module prints, run by Node in a folder where @broadsheet/sdk is installed and nothing else. */
export async function runModule(code: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-code-'));
  try {
    await mkdir(join(folder, 'node_modules/@broadsheet'), { recursive: true });
    await symlink(SDK, join(folder, 'node_modules/@broadsheet/sdk'));
    await writeFile(join(folder, 'code.mjs'), code);
    const flags = ['--conditions=broadsheet-source', '--import', import.meta.resolve('tsx')];
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, 'code.mjs'], { cwd: folder });
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a line of shell prints. */
export async function runShell(line: string): Promise<string> {
  const { stdout } = await promisify(execFile)('/bin/sh', ['-c', line]);
  return stdout;
}
