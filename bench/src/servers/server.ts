import { availableParallelism } from 'node:os';
import type { Operation, Variables } from '../operation.js';

/** Who answers: a hand's SQL, the product, PostGraphile. */
export type ServerName = 'limit' | 'ours' | 'peer';

/** In the order of tables. */
export const SERVER_NAMES: readonly ServerName[] = ['limit', 'ours', 'peer'];

/** A server that listens. */
export interface RunningServer {
  readonly name: ServerName;
  readonly pid: number;
  /** `http://127.0.0.1:4000` */
  readonly origin: string;
  /** Milliseconds from its start to its first answer. */
  readonly ready_ms: number;
  /** What asks it an operation. */
  request(operation: Operation, variables: Variables): Request;
  stop(): Promise<void>;
}

/** A POST of JSON. */
export interface Request {
  readonly path: string;
  readonly body: string;
}

/** Connections that every server keeps to PostgreSQL: what the product keeps for its readers. */
export const POOL_SIZE = Math.min(20, 2 * availableParallelism() + 1);
