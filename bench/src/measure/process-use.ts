import { readFile } from 'node:fs/promises';
import { childrenOf, statOf } from '../../../tests/postgres/process-stat.js';

/** CPU milliseconds of a process, up to now; 0 where it has ended. */
export async function cpuOf(pid: number): Promise<number> {
  return (await statOf(pid))?.ms ?? 0;
}

/** CPU milliseconds of a PostgreSQL server, up to now: of all its processes, those that have ended among them. */
export async function cpuOfServer(pid: number): Promise<number> {
  const [server, children] = await Promise.all([statOf(pid), childrenOf(pid)]);
  return children.reduce((sum, { ms }) => sum + ms, (server?.ms ?? 0) + (server?.ended_ms ?? 0));
}

/** What a process holds in memory. */
export interface Memory {
  readonly resident_mb: number;
  readonly peak_mb: number;
}

/** @see https://man7.org/linux/man-pages/man5/proc_pid_status.5.html */
export async function memoryOf(pid: number): Promise<Memory> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const megabytes = (name: string): number =>
    Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0) / 1_024);
  return { resident_mb: megabytes('VmRSS'), peak_mb: megabytes('VmHWM') };
}
