import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IngestRecord } from '../corpus/kept.js';
import type { Memory } from '../measure/process-use.js';
import type { Round } from '../measure/rounds.js';
import { BENCH } from '../paths.js';
import type { ServerName } from '../servers/server.js';
import type { Circumstances } from './circumstances.js';

/** Everything that was measured, each part with the circumstances of its last run. */
export interface Results {
  /** By operation and items: `keyword 30000`. */
  readonly operations: Readonly<Record<string, OperationResult>>;
  /** By items: `30000`. */
  readonly ingest: Readonly<Record<string, IngestRecord>>;
  readonly start?: StartResult;
}

/** An operation on a corpus. */
export interface OperationResult extends Circumstances {
  readonly rounds: readonly Round[];
  /** When the last round was over. */
  readonly memory: Readonly<Partial<Record<ServerName, Memory>>>;
}

/** How long the built product takes from its start to its first answer, again and again. */
export interface StartResult extends Circumstances {
  readonly ready_ms: readonly number[];
}

const FILE = join(BENCH, 'results.json');

/** What was measured up to now. */
export function readResults(): Results {
  if (!existsSync(FILE)) return { operations: {}, ingest: {} };
  const results: Results = JSON.parse(readFileSync(FILE, 'utf8'));
  return results;
}

/** Keeps what was measured. */
export function writeResults(results: Results): void {
  writeFileSync(FILE, `${JSON.stringify(results, null, 1)}\n`);
}
