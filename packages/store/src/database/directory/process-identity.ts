import { randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Which process it is, so that another with the same number is not taken for it. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Ticks from the boot to its start; null where the system does not tell. */
  readonly started: string | null;
  /** Host and process namespace in which the number counts: another container has numbers of its own. */
  readonly realm: string;
  /** Random, once for each identity. */
  readonly token: string;
}

/** This process. */
export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, started: startOf(process.pid), realm: ownRealm(), token: randomBytes(8).toString('hex') };
}

/** Whether a process runs: `elsewhere` when its number counts where this process cannot look. */
export function stateOf({ pid, started, realm }: ProcessIdentity): 'running' | 'gone' | 'elsewhere' {
  if (realm !== ownRealm()) return 'elsewhere';
  if (!exists(pid)) return 'gone';
  const startNow = startOf(pid);
  return started === null || startNow === null || started === startNow ? 'running' : 'gone';
}

/** An identity out of parsed JSON; undefined when it is none. */
export function readIdentity(value: unknown): ProcessIdentity | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { pid, started, realm, token } = { pid: null, started: null, realm: null, token: null, ...value };
  if (typeof pid !== 'number' || typeof realm !== 'string' || typeof token !== 'string') return undefined;
  return { pid, started: typeof started === 'string' ? started : null, realm, token };
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be signalled, and runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function startOf(pid: number): string | null {
  const stat = tryRead(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // The name of the program stands in brackets and may hold blanks and brackets itself.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
}

function ownRealm(): string {
  return `${hostname()} ${tryRead(() => readlinkSync('/proc/self/ns/pid')) ?? ''}`.trim();
}

function tryRead(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}
