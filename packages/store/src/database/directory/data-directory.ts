import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { StoreError, type StoreErrorCode } from '../store-error.js';
import { takeLock } from './lock.js';
import type { ProcessIdentity } from './process-identity.js';

/** Of the layout below; a product that changes it counts on. */
export const DATA_FORMAT = 1;

/**
 * A data directory that this process holds.
 *
 * ```
 * version.json   {"product":"broadsheet","format":1}
 * pgdata/        files of the embedded database
 * lock           who holds the directory
 * server.json    where the server that holds it answers
 * ```
 */
export interface DataDirectory {
  /** Absolute. */
  readonly path: string;
  /** Absolute; the folder of the database's files, which a new directory does not have yet. */
  readonly files: string;
  release(): Promise<void>;
}

/**
 * Takes a data directory for this process, and makes it where it is missing or empty. Nothing that is not ours is touched.
 *
 * @throws {StoreError} DATA_DIRECTORY_IN_USE with `data.pid`, _UNRECOGNISED, _NEWER, _UNUSABLE.
 */
export async function claimDataDirectory(directory: string): Promise<DataDirectory> {
  const path = resolve(directory);
  await withReason(path, () => mkdir(path, { recursive: true, mode: 0o700 }));
  // Before the lock too: a folder that is not ours shall not even get that.
  await assertOurs(path);
  const lock = await withReason(path, () => takeLock(join(path, 'lock')));
  if ('holder' in lock) throw inUse(path, lock.holder);
  try {
    if ((await assertOurs(path)) === 'empty') await withReason(path, () => writeVersion(path));
  } catch (error) {
    await lock.release();
    throw error;
  }
  return { path, files: join(path, 'pgdata'), release: () => lock.release() };
}

/** What a file system or its user puts into an empty folder. */
const INDIFFERENT = new Set(['lost+found', '.gitkeep', '.gitignore', '.DS_Store']);

/** Whether a directory that is there is ours, or empty. Changes nothing. Throws StoreError DATA_DIRECTORY_UNRECOGNISED, _NEWER, _UNUSABLE. */
export async function assertOurs(path: string): Promise<'empty' | 'ours'> {
  const names = await withReason(path, () => readdir(path));
  if (names.includes('version.json')) {
    assertVersion(path, await withReason(path, () => readFile(join(path, 'version.json'), 'utf8')));
    return 'ours';
  }
  const others = names.filter((name) => !INDIFFERENT.has(name) && name !== 'lock' && !name.startsWith('lock.'));
  if (others.length > 0) throw unrecognised(path, others);
  return 'empty';
}

function assertVersion(path: string, text: string): void {
  const { product, format } = { product: null, format: null, ...parseObject(text) };
  if (product !== 'broadsheet' || typeof format !== 'number') {
    throw failure(
      'UNRECOGNISED',
      path,
      'has a version.json that is not ours. Name another directory, or restore the file from a backup',
    );
  }
  if (format > DATA_FORMAT) {
    throw failure(
      'NEWER',
      path,
      `was written by a newer version (format ${format}; this one knows ${DATA_FORMAT}). Run that version or a later one`,
    );
  }
}

async function writeVersion(path: string): Promise<void> {
  await writeFile(join(path, 'version.json'), `${JSON.stringify({ product: 'broadsheet', format: DATA_FORMAT })}\n`, {
    flush: true,
  });
}

function parseObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

async function withReason<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw failure(
      'UNUSABLE',
      path,
      `cannot be used: ${reason}. Name another directory, or mend its rights or the disk`,
      {},
      cause,
    );
  }
}

function unrecognised(path: string, others: readonly string[]): StoreError {
  if (others.includes('pgdata')) {
    return failure(
      'UNRECOGNISED',
      path,
      'holds a database and no version.json, so that its version is not known. Nothing was changed. Restore version.json from a backup',
    );
  }
  const some = others.slice(0, 3).join(', ');
  return failure(
    'UNRECOGNISED',
    path,
    `is neither empty nor a data directory: it holds ${some}. Name another directory`,
  );
}

function inUse(path: string, holder: ProcessIdentity | null): StoreError {
  const lock = join(path, 'lock');
  if (holder === null) {
    return failure(
      'IN_USE',
      path,
      `has a lock that cannot be read: ${lock}. Remove that file if no other process uses the directory`,
    );
  }
  return failure(
    'IN_USE',
    path,
    `is in use by the process ${holder.pid} on ${holder.realm.split(' ')[0]}. Stop that process, send to the server that it runs, or name another directory`,
    { pid: holder.pid },
  );
}

function failure(
  kind: 'IN_USE' | 'UNRECOGNISED' | 'NEWER' | 'UNUSABLE',
  path: string,
  what: string,
  data: Readonly<Record<string, number>> = {},
  cause?: unknown,
): StoreError {
  const code: StoreErrorCode = `DATA_DIRECTORY_${kind}`;
  return new StoreError(code, `The data directory ${path} ${what}.`, { directory: path, ...data }, { cause });
}
