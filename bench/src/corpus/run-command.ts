import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { COMMAND } from '../paths.js';

/** A run of the product's built command. */
export interface CommandRun {
  readonly pid: number;
  /** What it prints, line by line. */
  readonly lines: AsyncIterable<string>;
  /** Done when it has ended well; rejects with its last words otherwise. */
  readonly ended: Promise<void>;
}

/** Runs the product's built command on a database. */
export function runCommand(args: readonly string[], databaseUrl: string): CommandRun {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: { ...process.env, DATABASE_URL: databaseUrl, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    complaint = `${complaint}${part}`.slice(-2_000);
  });
  const ended = once(child, 'close').then(([code]) => {
    if (code !== 0) throw new Error(`broadsheet ${args[0]} ended with code ${code}:\n${complaint}`);
  });
  ended.catch(() => {});
  return { pid: child.pid ?? 0, lines: createInterface({ input: child.stdout }), ended };
}
