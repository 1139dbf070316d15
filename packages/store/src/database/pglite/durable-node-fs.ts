import { fsyncSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
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

function addFsync(module: { NODEFS: object }): void {
  const operations: unknown = Reflect.get(module.NODEFS, 'stream_ops');
  if (typeof operations !== 'object' || operations === null) {
    throw new Error('PGlite has no file operations to add fsync to.');
  }
  Reflect.set(operations, 'fsync', fsyncStream);
}

function fsyncStream(stream: { readonly nfd: number }): 0 {
  fsyncSync(stream.nfd);
  return 0;
}
