import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { BENCH } from '../paths.js';
import { keepTrack } from '../running.js';

/** A process of ours that listens. */
export interface StartedProcess {
  readonly pid: number;
  /** `http://127.0.0.1:4000` */
  readonly origin: string;
  /** Milliseconds from its start to its first answer. */
  readonly ready_ms: number;
  stop(): Promise<void>;
}

/** Milliseconds until a server must have answered. */
const PATIENCE_MS = 30_000;

/**
 * Starts a server that listens on PORT of the loopback address, and asks it until it answers anything at all.
 *
 * @throws {Error} with its last words, when it ends before
 */
export async function startProcess(
  file: string,
  args: readonly string[],
  environment: Readonly<Record<'PORT' | 'DATABASE_URL', string>> & Readonly<Record<string, string>>,
): Promise<StartedProcess> {
  const begun = performance.now();
  const child = spawn(file, args, {
    cwd: BENCH,
    env: { ...process.env, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    complaint = `${complaint}${part}`.slice(-4_000);
  });
  const origin = `http://127.0.0.1:${environment.PORT}`;
  while (!(await answers(`${origin}/graphql`))) {
    const isOver = performance.now() - begun > PATIENCE_MS;
    if (isOver) await end(child);
    if (isOver || child.exitCode !== null) throw new Error(`${args.join(' ')} does not answer:\n${complaint}`);
    await sleep(2);
  }
  return keepTrack({ pid: child.pid ?? 0, origin, ready_ms: performance.now() - begun, stop: () => end(child) });
}

async function answers(address: string): Promise<boolean> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ __typename }"}',
  }).catch(() => undefined);
  await response?.arrayBuffer();
  return response !== undefined;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const inTime = await Promise.race([exited.then(() => true), sleep(8_000, false, { ref: false })]);
  if (inTime) return;
  child.kill('SIGKILL');
  await exited;
}
