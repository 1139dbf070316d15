import { fsyncSync } from 'node:fs';
import type { PGlite, PGliteOptions } from '@electric-sql/pglite';
import { PGlite as Engine } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Started = Awaited<ReturnType<NodeFS['init']>>;

/**
 * Files of the host with a working fsync: the one that PGlite brings ignores it, so that a loss of power could take what was acknowledged.
 * It is asked for at the places PostgreSQL asks: the log at each commit, everything at a checkpoint.
 */
export class DurableNodeFs extends NodeFS {
  override async init(pg: PGlite, options: Started['emscriptenOpts']): Promise<Started> {
    const { emscriptenOpts } = await super.init(pg, options);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addFsync] } };
  }
}

/** Options under which PostgreSQL asks for fsync, and in the way that reaches the hook (fdatasync does not). */
export function durableStart(): Pick<PGliteOptions, 'startParams'> {
  return { startParams: [...Engine.defaultStartParams.filter((option) => option !== '-F'), '-c', 'wal_sync_method=fsync'] };
}

function addFsync(module: { NODEFS: object }): void {
  const operations: unknown = Reflect.get(module.NODEFS, 'stream_ops');
  if (typeof operations !== 'object' || operations === null) throw new Error('PGlite has no file operations to add fsync to.');
  Reflect.set(operations, 'fsync', fsyncStream);
}

function fsyncStream(stream: { readonly nfd: number }): 0 {
  fsyncSync(stream.nfd);
  return 0;
}
