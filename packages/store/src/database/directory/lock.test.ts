import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { awaitLine, killHard, spawnModule } from '../../testing/spawn-module.js';
import { type HeldLock, type OtherHolder, takeLock } from './lock.js';
import { ownIdentity } from './process-identity.js';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'broadsheet-lock-'));
  path = join(folder, 'lock');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Another process that takes the lock once it is told to, says what it got, and then stays. */
function taker() {
  return spawnModule(`
    const { takeLock } = await import(${JSON.stringify(new URL('./lock.ts', import.meta.url).href)});
    process.stdin.once('data', async () => {
      const lock = await takeLock(${JSON.stringify(path)});
      console.log('holder' in lock ? 'refused' : 'held');
    });
    console.log('ready');
    setInterval(() => {}, 1000);
  `);
}

function held(lock: HeldLock | OtherHolder): HeldLock {
  if ('holder' in lock) throw new Error(`refused: held by ${lock.holder?.pid}`);
  return lock;
}

describe('takeLock', () => {
  it('refuses a second taker and names the holder, until the first gives it back', async () => {
    const first = held(await takeLock(path));
    expect(await takeLock(path)).toEqual({ holder: expect.objectContaining({ pid: process.pid }) });
    await first.release();
    expect(existsSync(path)).toBe(false);
    await held(await takeLock(path)).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes over what a dead process has left', async () => {
    writeFileSync(path, JSON.stringify({ ...ownIdentity(), pid: 2 ** 22 + 1 }));
    await held(await takeLock(path)).release();
  });

  it('takes over what a dead process has left whose number another process has now', async () => {
    writeFileSync(path, JSON.stringify({ ...ownIdentity(), started: '1' }));
    await held(await takeLock(path)).release();
  });

  it('takes over where a taker died in the middle of taking over', async () => {
    const gone = { pid: 2 ** 22 + 1, started: '1' };
    writeFileSync(path, JSON.stringify({ ...ownIdentity(), ...gone, token: 'aa' }));
    writeFileSync(`${path}.aa`, JSON.stringify({ ...ownIdentity(), ...gone, token: 'bb' }));
    await held(await takeLock(path)).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a lock that it cannot read', async () => {
    writeFileSync(path, '');
    expect(await takeLock(path)).toEqual({ holder: null });
  });

  it('refuses a holder in another container while that shows signs of life', async () => {
    writeFileSync(path, JSON.stringify({ ...ownIdentity(), realm: 'elsewhere pid:[1]' }));
    const beat = setInterval(() => utimesSync(path, new Date(), new Date()), 300);
    expect(await takeLock(path)).toEqual({ holder: expect.objectContaining({ realm: 'elsewhere pid:[1]' }) });
    clearInterval(beat);
  });

  it('takes over from a holder in another container that shows none', async () => {
    writeFileSync(path, JSON.stringify({ ...ownIdentity(), realm: 'elsewhere pid:[1]' }));
    await held(await takeLock(path, 700)).release();
  });

  it('gives what a killed process has left to exactly one of six that take it at once', async () => {
    const first = taker();
    await awaitLine(first, /ready/);
    first.stdin?.write('go');
    await awaitLine(first, /held/);
    await killHard(first);
    const left = readFileSync(path, 'utf8');
    const others = Array.from({ length: 6 }, taker);
    await Promise.all(others.map((other) => awaitLine(other, /ready/)));
    for (const other of others) other.stdin?.write('go');
    const results = await Promise.all(others.map((other) => awaitLine(other, /held|refused/)));
    expect(results.filter((result) => result === 'held')).toHaveLength(1);
    expect(readFileSync(path, 'utf8')).not.toBe(left);
    await Promise.all(others.map(killHard));
  });
});
