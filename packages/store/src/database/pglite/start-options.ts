import { PGlite } from '@electric-sql/pglite';

/** Of the log, little more is kept than tidying needs. */
const LOG = ['min_wal_size=32MB', 'max_wal_size=64MB'];

/** Options of the engine in memory. */
export function memoryOptions(): string[] {
  return [...PGlite.defaultStartParams, ...settings(LOG)];
}

/** Options of the engine on files: with fsync, asked for in the way that reaches `DurableNodeFs` (fdatasync does not). */
export function fileOptions(): string[] {
  const withFsync = PGlite.defaultStartParams.filter((option) => option !== '-F');
  return [...withFsync, ...settings([...LOG, 'wal_sync_method=fsync'])];
}

function settings(list: readonly string[]): string[] {
  return list.flatMap((setting) => ['-c', setting]);
}
