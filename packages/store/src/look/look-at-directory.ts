import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { assertOurs } from '../database/directory/data-directory.js';
import { readHolder } from '../database/directory/lock.js';
import { stateOf } from '../database/directory/process-identity.js';
import { StoreError } from '../database/store-error.js';

/** Who holds a data directory, as its lock tells. */
export interface LockLook {
  readonly pid: number;
  readonly host: string;
  /** `elsewhere`: its number counts in another container or on another host, where nobody here can look. */
  readonly state: 'running' | 'gone' | 'elsewhere';
}

/** A data directory as it stands. */
export interface DirectoryLook {
  readonly state: 'missing' | 'empty' | 'ours';
  /** Whether the embedded database was built in it. */
  readonly hasDatabase: boolean;
  readonly lock: 'free' | 'unreadable' | LockLook;
}

/**
 * Looks at a data directory, and neither makes nor takes nor changes anything.
 *
 * @throws {StoreError} DATA_DIRECTORY_UNRECOGNISED, _NEWER, _UNUSABLE.
 */
export async function lookAtDirectory(directory: string): Promise<DirectoryLook> {
  const path = resolve(directory);
  if (!existsSync(path)) return { state: 'missing', hasDatabase: false, lock: 'free' };
  await assertFolder(path);
  const state = await assertOurs(path);
  return { state, hasDatabase: existsSync(join(path, 'pgdata')), lock: lockOf(join(path, 'lock')) };
}

async function assertFolder(path: string): Promise<void> {
  if ((await stat(path)).isDirectory()) return;
  const message = `The data directory ${path} cannot be used: it is a file. Name another directory.`;
  throw new StoreError('DATA_DIRECTORY_UNUSABLE', message, { directory: path });
}

function lockOf(file: string): DirectoryLook['lock'] {
  const holder = readHolder(file);
  if (typeof holder === 'string') return holder;
  return { pid: holder.pid, host: holder.realm.split(' ')[0] ?? '', state: stateOf(holder) };
}
