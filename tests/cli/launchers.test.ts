import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FROM_SOURCES, ROOT } from './command.js';
import { type CommandDatabase, embedded } from './databases.js';

/**
 * As `npx pnpm start` stands above the server: a package manager, a shell, and the server. Ended by a signal, neither passes it on; a shell
 * with a second command to run stays above the first.
 */
const AS_NPX = `
  process.title = 'npm exec pnpm start';
  require('node:child_process').spawn('sh', ['-c', process.argv[1] + '; true'], { stdio: 'inherit' });
`;

describe('a server that a package manager started', { timeout: 90_000 }, () => {
  let place: CommandDatabase;
  beforeEach(async () => {
    place = await embedded.make();
  });
  afterEach(() => place.remove());

  it.each(['the package manager', 'the shell between'])('ends when %s is gone', async (which) => {
    const launcher = launch(place);
    const server = await serverIn(place.flags[1] ?? '');
    const shell = parentOf(server);
    expect(parentOf(shell)).toBe(launcher.pid);
    process.kill(which === 'the shell between' ? shell : Number(launcher.pid), 'SIGKILL');
    await gone(server);
    if (which === 'the shell between') await once(launcher, 'exit');
    expect(existsSync(join(place.flags[1] ?? '', 'lock'))).toBe(false);
  });
});

function launch(place: CommandDatabase) {
  const serve = [process.execPath, ...FROM_SOURCES, 'serve', '--port', '0', ...place.flags].join(' ');
  return spawn(process.execPath, ['--eval', AS_NPX, serve], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], npm_lifecycle_event: 'start' },
    stdio: 'ignore',
  });
}

async function serverIn(directory: string): Promise<number> {
  for (let waited = 0; waited < 60_000; waited += 100) {
    const file = join(directory, 'server.json');
    if (existsSync(file)) return Number(JSON.parse(readFileSync(file, 'utf8')).pid);
    await sleep(100);
  }
  throw new Error('The server did not start.');
}

async function gone(pid: number): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 100) {
    if (!existsSync(`/proc/${pid}`)) return;
    await sleep(100);
  }
  process.kill(pid, 'SIGKILL');
  throw new Error(`The server (process ${pid}) did not end.`);
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
