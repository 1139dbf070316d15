import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../../cli/command.js';
import { freePort } from '../../postgres/free-port.js';
import { runToEnd } from '../../postgres/run-to-end.js';
import type { Proof } from '../proof.js';
import { sizeOf } from './size-of.js';

const MOST_SECONDS = 60;
const MOST_MB = 250;

/** What a newcomer does, with nothing of ours and no package on the machine. */
export const cloneProof: Proof = {
  name: 'clone',
  claim: `From \`git clone\` to the first answer with content under ${MOST_SECONDS} s with an empty package store, and an install under ${MOST_MB} MB.`,
  async run(say) {
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-clone-'));
    const checkout = join(folder, 'checkout');
    try {
      const port = await freePort();
      const started = performance.now();
      await runToEnd('git', ['clone', '--quiet', ROOT, checkout], { cwd: folder });
      const newcomer = await startAsNewcomer(folder, checkout, port);
      try {
        const answer = await firstAnswer(port, newcomer.printed, say);
        const seconds = (performance.now() - started) / 1000;
        const size = await sizeOf(checkout, 'node_modules');
        return {
          holds: seconds < MOST_SECONDS && size.megabytes < MOST_MB,
          figures: [
            ['command', 'npx -y pnpm@10 start'],
            ['seconds from the clone to the first answer', seconds.toFixed(1)],
            ['the answer', answer],
            ['MB in node_modules, every file once', size.megabytes.toFixed(1)],
            ['files in node_modules', size.files],
          ],
        };
      } finally {
        await newcomer.stop();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Runs the README's command, every store and cache of package managers in empty folders. */
async function startAsNewcomer(folder: string, checkout: string, port: number) {
  const empty = async (name: string): Promise<string> => {
    await mkdir(join(folder, name));
    return join(folder, name);
  };
  const child = spawn('npx', ['-y', 'pnpm@10', 'start'], {
    cwd: checkout,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      TMPDIR: await empty('tmp'),
      PORT: String(port),
      npm_config_cache: await empty('npm-cache'),
      npm_config_store_dir: await empty('store'),
      npm_config_cache_dir: await empty('pnpm-cache'),
      XDG_CACHE_HOME: await empty('xdg-cache'),
      XDG_DATA_HOME: await empty('xdg-data'),
      XDG_STATE_HOME: await empty('xdg-state'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      printed += part;
    });
  }
  const stop = async (): Promise<void> => {
    await stopServer(checkout);
    child.kill('SIGTERM');
  };
  return { stop, printed: () => ({ ended: child.exitCode !== null, printed }) };
}

const QUERY = '{ issues(first: 1) { totalCount nodes { slug items { totalCount } } } }';
const LIMIT_MS = 300_000;

interface Answer {
  readonly data?: {
    readonly issues: {
      readonly totalCount: number;
      readonly nodes: readonly { readonly slug: string; readonly items: { readonly totalCount: number } }[];
    };
  };
}

async function firstAnswer(
  port: number,
  told: () => { ended: boolean; printed: string },
  say: (line: string) => void,
): Promise<string> {
  const started = performance.now();
  for (let waited = 0; waited < LIMIT_MS && !told().ended; waited = performance.now() - started) {
    if (Math.round(waited / 200) % 25 === 0) say(`${Math.round(waited / 1000)} s: ${lastLine(told().printed)}`);
    const issues = await ask(port);
    const [issue] = issues?.nodes ?? [];
    if (issue !== undefined && issue.items.totalCount > 0) {
      return `${issues?.totalCount} issues; issue ${issue.slug} has ${issue.items.totalCount} items`;
    }
    await sleep(200);
  }
  throw new Error(`No answer with content came:\n${told().printed.slice(-4_000)}`);
}

async function ask(port: number) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY }),
    });
    const answer: Answer = await response.json();
    return answer.data?.issues;
  } catch {
    return undefined;
  }
}

function lastLine(printed: string): string {
  return printed.trimEnd().split('\n').at(-1)?.slice(0, 100) ?? '';
}

/** The signal goes to the server itself: package managers do not pass it on. */
async function stopServer(checkout: string): Promise<void> {
  const file = join(checkout, '.broadsheet/server.json');
  if (!existsSync(file)) return;
  const { pid }: { pid: number } = JSON.parse(readFileSync(file, 'utf8'));
  process.kill(pid, 'SIGTERM');
  for (let waited = 0; waited < 10_000 && existsSync(file); waited += 100) await sleep(100);
  await sleep(500);
}
