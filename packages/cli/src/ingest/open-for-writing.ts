import { readdir, readFile, stat } from 'node:fs/promises';

/** Tells a file from all others: device and inode. */
export type FileKey = `${number}:${number}`;

/** The key of a file's facts. */
export function fileKey({ dev, ino }: { readonly dev: number; readonly ino: number }): FileKey {
  return `${dev}:${ino}`;
}

/**
 * Those of some files that a process has open for writing, as far as the system tells: Linux does, of this user's processes (of all of them
 * for root). Elsewhere, and over a network, none is known.
 */
export async function openForWriting(wanted: ReadonlySet<FileKey>): Promise<ReadonlySet<FileKey>> {
  const found = new Set<FileKey>();
  for (const pid of await list('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    for (const descriptor of await list(`/proc/${pid}/fd`)) {
      const facts = await stat(`/proc/${pid}/fd/${descriptor}`).catch(() => undefined);
      if (facts === undefined || !wanted.has(fileKey(facts))) continue;
      if (await mayWrite(`/proc/${pid}/fdinfo/${descriptor}`)) found.add(fileKey(facts));
    }
  }
  return found;
}

async function list(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

/** The last octal digit of a descriptor's flags is its access: 0 reads, 1 writes, 2 does both. */
async function mayWrite(info: string): Promise<boolean> {
  const text = await readFile(info, 'utf8').catch(() => '');
  const [, access = '0'] = /^flags:\s*\d*?(\d)$/m.exec(text) ?? [];
  return (Number(access) & 3) !== 0;
}
