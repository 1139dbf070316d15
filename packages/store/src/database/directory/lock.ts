import { readFileSync } from 'node:fs';
import { link, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ownIdentity, type ProcessIdentity, readIdentity, stateOf } from './process-identity.js';

/** A lock that this process holds. */
export interface HeldLock {
  release(): Promise<void>;
}

/** The holder of a lock; null when its file tells none. */
export interface OtherHolder {
  readonly holder: ProcessIdentity | null;
}

/** Milliseconds between two signs of life, and without one until a holder that cannot be looked up counts as gone. */
const HEARTBEAT_MS = 2_000;
const SILENCE_MS = 7_000;

/**
 * Takes a lock: a file that names its holder and stands for as long as that lives. What a dead process has left is taken over.
 *
 * The file appears whole and for one taker only (`link` fails where there is one). A left one may only be removed by whoever holds the lock
 * `<path>.<token of the left one>`, so that of two takers none removes what the other has just put there.
 *
 * @param path absolute path of the file, in a folder that exists
 * @param silence_ms how long to watch a holder that cannot be looked up, in another container, for a sign of life
 */
export async function takeLock(path: string, silence_ms = SILENCE_MS): Promise<HeldLock | OtherHolder> {
  const own = ownIdentity();
  for (;;) {
    if (await create(path, own)) return hold(path, own);
    const found = readHolder(path);
    if (found === 'free') continue;
    if (found === 'unreadable') return { holder: null };
    if (await isAlive(path, found, silence_ms)) return { holder: found };
    const right = await takeLock(`${path}.${found.token}`, silence_ms);
    if ('holder' in right) return right;
    if (isHeldBy(path, found)) await rm(path, { force: true });
    await right.release();
  }
}

async function create(path: string, own: ProcessIdentity): Promise<boolean> {
  const draft = `${path}.${own.token}.new`;
  await writeFile(draft, JSON.stringify(own), { flag: 'wx', flush: true });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function hold(path: string, own: ProcessIdentity): HeldLock {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, HEARTBEAT_MS);
  beat.unref();
  return {
    async release() {
      clearInterval(beat);
      if (isHeldBy(path, own)) await rm(path, { force: true });
    },
  };
}

/** The holder that a lock's file names, if there is a file and it names one. */
export function readHolder(path: string): ProcessIdentity | 'free' | 'unreadable' {
  try {
    return readIdentity(JSON.parse(readFileSync(path, 'utf8'))) ?? 'unreadable';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'free' : 'unreadable';
  }
}

function isHeldBy(path: string, { token }: ProcessIdentity): boolean {
  const found = readHolder(path);
  return typeof found === 'object' && found.token === token;
}

async function isAlive(path: string, holder: ProcessIdentity, silence_ms: number): Promise<boolean> {
  const state = stateOf(holder);
  return state === 'elsewhere' ? showsLife(path, silence_ms) : state === 'running';
}

/** Watches the file for a sign of life of a holder in another container or on another host. */
async function showsLife(path: string, silence_ms: number): Promise<boolean> {
  const before = await lastSign(path);
  for (let waited = 0; waited < silence_ms; waited += 500) {
    await sleep(500);
    if ((await lastSign(path)) !== before) return true;
  }
  return false;
}

async function lastSign(path: string): Promise<number | null> {
  return (await stat(path).catch(() => null))?.mtimeMs ?? null;
}
