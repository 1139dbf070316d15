import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backend } from '../backend.js';
import { claimDataDirectory, type DataDirectory } from '../directory/data-directory.js';
import { isStoreError, StoreError } from '../store-error.js';
import { PgliteBackend } from './pglite-backend.js';
import { PgliteProcess } from './pglite-process.js';

/**
 * The embedded database on a data directory, which is made where there is none, and which this process holds until it is closed.
 *
 * @throws {StoreError} with a code of the data directory.
 */
export async function openDirectory(path: string): Promise<Backend> {
  const directory = await claimDataDirectory(path);
  const place = `the embedded database in ${directory.path}`;
  const start = (): Promise<PgliteProcess> => startOn(directory, place);
  try {
    await buildOnce(directory, place);
    return new PgliteBackend({ place, lasting: true, start, close: () => directory.release() }, await start());
  } catch (error) {
    await directory.release();
    throw error;
  }
}

/** A new database is built aside and moved into place whole: one that is half built could not be told from one that is damaged. */
async function buildOnce(directory: DataDirectory, place: string): Promise<void> {
  if (existsSync(directory.files)) return;
  const aside = join(directory.path, 'pgdata.new');
  await rm(aside, { recursive: true, force: true });
  try {
    const built = await PgliteProcess.start({ directory: aside, template: null }, place);
    await built.close();
    await rename(aside, directory.files);
  } catch (cause) {
    await rm(aside, { recursive: true, force: true });
    throw isStoreError(cause, 'DATABASE_FULL') ? cause : unusable(directory.path, cause);
  }
}

async function startOn(directory: DataDirectory, place: string): Promise<PgliteProcess> {
  try {
    return await PgliteProcess.start({ directory: directory.files, template: null }, place);
  } catch (cause) {
    throw isStoreError(cause, 'DATABASE_FULL') ? cause : damaged(directory.path, cause);
  }
}

function unusable(path: string, cause: unknown): StoreError {
  return new StoreError(
    'DATA_DIRECTORY_UNUSABLE',
    `No database could be built in the data directory ${path}: ${reasonOf(cause)}. Check that there is room on the disk and that the directory may be written.`,
    { directory: path },
    { cause },
  );
}

function damaged(path: string, cause: unknown): StoreError {
  return new StoreError(
    'DATA_DIRECTORY_DAMAGED',
    `The database in the data directory ${path} does not start: ${reasonOf(cause)}. Nothing was changed. Check that there is room on the disk; if there is, its files are damaged: move the directory away and restore a backup.`,
    { directory: path },
    { cause },
  );
}

/** What the engine says when it aborts is about how it was built. */
function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.startsWith('Aborted(') ? 'the engine gives up on its files' : message;
}
