import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface Size {
  readonly files: number;
  /** Bytes of the files by their length, a million to one. */
  readonly megabytes: number;
}

/** What all folders of a name in a folder hold; a file with several names counts once, a link to elsewhere not at all. */
export async function sizeOf(folder: string, name: string): Promise<Size> {
  const seen = new Map<string, number>();
  await walk(folder, name, false, seen);
  const bytes = [...seen.values()].reduce((sum, size) => sum + size, 0);
  return { files: seen.size, megabytes: bytes / 1_000_000 };
}

async function walk(folder: string, name: string, inside: boolean, seen: Map<string, number>): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await walk(path, name, inside || entry.name === name, seen);
    else if (inside && entry.isFile()) {
      const { dev, ino, size } = await lstat(path);
      seen.set(`${dev}:${ino}`, size);
    }
  }
}
