import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk in memory that is soon full. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves so much room beside what is there, in kB. */
  leave(kilobytes: number): void;
  remove(): void;
}

const ROOMY_KB = 512 * 1024;

/** Mounts one, with room to prepare what is to be tried; undefined, and a line that says so, where this user may not mount. */
export async function mountSmallDisk(): Promise<SmallDisk | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'broadsheet-disk-'));
  try {
    mount('-t', 'tmpfs', '-o', `size=${ROOMY_KB}k`, 'tmpfs', folder);
  } catch {
    rmSync(folder, { recursive: true });
    process.stderr.write('A full disk was not tested: this user may not mount one.\n');
    return undefined;
  }
  return {
    folder,
    leave: (kilobytes) => mount('-o', `remount,size=${usedIn(folder) + kilobytes}k`, folder),
    remove: () => {
      execFileSync('umount', ['--lazy', folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

function mount(...args: readonly string[]): void {
  execFileSync('mount', args, { stdio: 'ignore' });
}

function usedIn(folder: string): number {
  return Number(execFileSync('df', ['--output=used', '-k', folder], { encoding: 'utf8' }).split('\n')[1]);
}
