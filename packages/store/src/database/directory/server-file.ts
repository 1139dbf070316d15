import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ownIdentity, readIdentity, stateOf } from './process-identity.js';

/** The server that holds a data directory. */
export interface AnnouncedServer {
  readonly pid: number;
  /** `http://127.0.0.1:4000` */
  readonly address: string;
  /** Whoever can read the file may write to the server: the same who could open the directory. */
  readonly token: string;
}

/** An announcement that can be taken back. */
export interface Announcement extends AnnouncedServer {
  withdraw(): Promise<void>;
}

/**
 * Writes where the server that holds a data directory answers, in a file that only its user can read, with a new random token.
 *
 * @param address `http://127.0.0.1:4000`
 */
export async function announceServer(directory: string, address: string): Promise<Announcement> {
  const file = fileIn(directory);
  const identity = ownIdentity();
  const token = randomBytes(32).toString('base64url');
  const draft = `${file}.${identity.token}`;
  await writeFile(draft, JSON.stringify({ ...identity, address, secret: token }), { mode: 0o600, flag: 'wx' });
  await rename(draft, file);
  return { pid: identity.pid, address, token, withdraw: () => rm(file, { force: true }) };
}

/** The server that has announced itself in a data directory and runs; undefined where there is none. */
export function findServer(directory: string): AnnouncedServer | undefined {
  const value = read(fileIn(directory));
  const identity = readIdentity(value);
  if (identity === undefined || stateOf(identity) === 'gone') return undefined;
  const { address, secret } = { address: null, secret: null, ...(typeof value === 'object' ? value : {}) };
  if (typeof address !== 'string' || typeof secret !== 'string') return undefined;
  return { pid: identity.pid, address, token: secret };
}

function fileIn(directory: string): string {
  return join(resolve(directory), 'server.json');
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
