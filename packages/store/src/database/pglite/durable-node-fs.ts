import { fsyncSync } from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { type OnFull, tellFull } from './tell-full.js';

type Started = Awaited<ReturnType<NodeFS['init']>>;

/**
 * Files of the host with a working fsync: the one that PGlite brings ignores it, so that a loss of power could take what was acknowledged.
 * It is asked for at the places PostgreSQL asks: the log at each commit, everything at a checkpoint. What finds no room on the disk is told.
 */
export class DurableNodeFs extends NodeFS {
  readonly #onFull: OnFull;

  constructor(directory: string, onFull: OnFull) {
    super(directory);
    this.#onFull = onFull;
  }

  override async init(pg: PGlite, options: Started['emscriptenOpts']): Promise<Started> {
    const { emscriptenOpts } = await super.init(pg, options);
    const prepare = (module: { NODEFS: object }): void => {
      const operations = operationsOf(module);
      Reflect.set(operations, 'fsync', fsyncStream);
      tellFull(operations, this.#onFull);
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), prepare] } };
  }
}

function operationsOf({ NODEFS }: { NODEFS: object }): object {
  const operations: unknown = Reflect.get(NODEFS, 'stream_ops');
  if (typeof operations === 'object' && operations !== null) return operations;
  throw new Error('PGlite has no file operations to add fsync to.');
}

function fsyncStream(stream: { readonly nfd: number }): 0 {
  fsyncSync(stream.nfd);
  return 0;
}
