import { statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ownIdentity } from './process-identity.js';
import { announceServer, findServer } from './server-file.js';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'broadsheet-server-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

it('finds a server that has announced itself, until it withdraws', async () => {
  const announced = await announceServer(directory, 'http://127.0.0.1:4000');
  expect(findServer(directory)).toEqual({ pid: process.pid, address: 'http://127.0.0.1:4000', token: announced.token });
  expect(announced.token).toMatch(/^[\w-]{43}$/);
  await announced.withdraw();
  expect(findServer(directory)).toBeUndefined();
});

it('lets only the user read the file', async () => {
  await announceServer(directory, 'http://127.0.0.1:4000');
  expect(statSync(join(directory, 'server.json')).mode & 0o777).toBe(0o600);
});

it.each([
  ['of a process that is gone', JSON.stringify({ ...ownIdentity(), started: '1', address: 'http://x', secret: 'y' })],
  ['that is not whole', '{"pid":1'],
  ['that is something else', '[]'],
])('does not find a server in a file %s', (_, text) => {
  writeFileSync(join(directory, 'server.json'), text);
  expect(findServer(directory)).toBeUndefined();
});
