import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
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
  it.concurrent.each(['the package manager', 'the shell between'])('ends when %s is gone', async (which) => {
    const place = await embedded.make();
    const launcher = launch(place);
    try {
      const server = await serverIn(place.flags[1] ?? '');
      const shell = parentOf(server);
      process.kill(which === 'the shell between' ? shell : parentOf(shell), 'SIGKILL');
      await gone(server);
      expect(existsSync(join(place.flags[1] ?? '', 'lock'))).toBe(false);
    } finally {
      launcher.kill('SIGKILL');
      await place.remove();
    }
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
