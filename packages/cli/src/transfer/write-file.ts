import { existsSync } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { CommandError } from '../command-error.js';

/** Throws CommandError FILE_EXISTS where a file is there already. */
export function assertNew(path: string): void {
  if (!existsSync(path)) return;
  throw new CommandError('FILE_EXISTS', `${path} is there already. Name another file, or give --force to replace it.`);
}

/**
 * Writes chunks to a file that appears whole or not at all: they go to `<path>.<pid>.part`, which is then renamed. Only its owner may read it.
 * Returns how many bytes there are. Throws CommandError FILE_UNWRITABLE.
 */
export async function writeFile(path: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  await assertNoDevice(path);
  const draft = `${path}.${process.pid}.part`;
  const file = await open(draft, 'wx', 0o600).catch((error: unknown) => {
    throw unwritable(path, error);
  });
  try {
    let size = 0;
    for await (const chunk of chunks) {
      await file.appendFile(chunk).catch((error: unknown) => {
        throw unwritable(path, error);
      });
      size += chunk.byteLength;
    }
    await finish(file, draft, path);
    return size;
  } catch (error) {
    await file.close().catch(() => {});
    await rm(draft, { force: true });
    throw error;
  }
}

/** Renaming over a device, a pipe or a folder would take it away for everybody. */
async function assertNoDevice(path: string): Promise<void> {
  const facts = await stat(path).catch(() => undefined);
  if (facts === undefined || facts.isFile()) return;
  throw unwritable(path, Object.assign(new Error(), { code: facts.isDirectory() ? 'EISDIR' : 'ENXIO' }));
}

async function finish(file: FileHandle, draft: string, path: string): Promise<void> {
  try {
    await file.sync();
    await file.close();
    await rename(draft, path);
  } catch (error) {
    throw unwritable(path, error);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is not there',
  ENOTDIR: 'its folder is a file',
  EACCES: 'there is no right to write there',
  EPERM: 'there is no right to write there',
  EROFS: 'the disk is read only',
  EISDIR: 'it is a folder',
  ENXIO: "it is a device, a pipe or a socket; name a file, or send it to standard output with 'export -'",
  ENOSPC: 'there is no room on the disk',
  EDQUOT: 'there is no room on the disk',
  EFBIG: 'it would be larger than a file may be',
};

function unwritable(path: string, error: unknown): CommandError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new CommandError('FILE_UNWRITABLE', `${path} cannot be written: ${REASONS[code] ?? code}.`);
}
