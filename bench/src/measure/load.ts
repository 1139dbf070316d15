import { createHistogram } from 'node:perf_hooks';
import { type Dispatcher, Pool } from 'undici';
import type { Request } from '../servers/server.js';

/** How a server bore a load. */
export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly p50_ms: number;
  readonly p99_ms: number;
}

/** Clients that ask at once, each the next thing as soon as it has its answer. */
export const CONNECTIONS = 32;

const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };

/**
 * Asks a server one request after another, round and round, over 32 connections for some seconds.
 *
 * @throws {Error} for an answer that is not 200 or does not begin as an answer with data does
 */
export async function load(origin: string, requests: readonly Request[], seconds: number): Promise<LoadResult> {
  const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1 });
  const latency_us = createHistogram();
  let sent = 0;
  const begun = performance.now();
  const end = begun + seconds * 1_000;
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const request = requests[sent++ % requests.length];
      if (request === undefined) throw new Error('There is nothing to ask.');
      const asked = performance.now();
      await ask(pool, request);
      latency_us.record(Math.max(1, Math.round((performance.now() - asked) * 1_000)));
    }
  };
  try {
    await Promise.all(Array.from({ length: CONNECTIONS }, client));
    const percentile = (of100: number): number => latency_us.percentile(of100) / 1_000;
    return {
      requests: latency_us.count,
      seconds: (performance.now() - begun) / 1_000,
      p50_ms: percentile(50),
      p99_ms: percentile(99),
    };
  } finally {
    await pool.destroy();
  }
}

/** Sends a request and lets its answer pass by. */
function ask(pool: Pool, { path, body }: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    let status = 0;
    let start = '';
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart() {},
      onResponseStart(_, code) {
        status = code;
      },
      onResponseData(_, chunk) {
        if (start === '') start = chunk.toString('latin1', 0, 200);
      },
      onResponseEnd() {
        if (status === 200 && start.startsWith('{"data":{')) resolve();
        else reject(new Error(`${path} was answered ${status}: ${start}`));
      },
      onResponseError: (_, error) => reject(error),
    };
    pool.dispatch({ path, method: 'POST', headers: HEADERS, body }, handler);
  });
}
