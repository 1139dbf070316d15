import { readdir, readFile } from 'node:fs/promises';

/** What the system says of a running process. */
export interface ProcessStat {
  readonly pid: number;
  readonly parent: number;
  /** CPU milliseconds up to now, of all its threads. */
  readonly ms: number;
  /** The same of its children that have ended. */
  readonly ended_ms: number;
}

/** What /proc/PID/stat counts in, as every Linux has it. */
const TICK_MS = 10;

/**
 * Undefined where there is no such process.
 *
 * @see https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
 */
export async function statOf(pid: number): Promise<ProcessStat | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  // The name of the program, in parentheses, may hold anything; what follows it are figures.
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const ticks = (first: number): number => (fields[first] ?? 0) + (fields[first + 1] ?? 0);
  return { pid, parent: fields[1] ?? 0, ms: ticks(11) * TICK_MS, ended_ms: ticks(13) * TICK_MS };
}

/** The running processes that a process has started. */
export async function childrenOf(pid: number): Promise<ProcessStat[]> {
  const pids = (await readdir('/proc')).map(Number).filter((each) => Number.isInteger(each));
  const stats = await Promise.all(pids.map(statOf));
  return stats.filter((stat) => stat !== undefined).filter((stat) => stat.parent === pid);
}
