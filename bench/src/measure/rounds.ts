import type { Request, RunningServer, ServerName } from '../servers/server.js';
import { type LoadResult, load } from './load.js';
import { cpuOf, cpuOfServer } from './process-use.js';

/** How a server bore a load, and what that cost. */
export interface Cell extends LoadResult {
  /** CPU milliseconds of the server's process, all requests together. */
  readonly node_ms: number;
  /** CPU milliseconds of PostgreSQL, all requests together. */
  readonly postgres_ms: number;
}

/** One turn of every server under the same load. */
export type Round = Readonly<Partial<Record<ServerName, Cell>>>;

/** A server and what it is to be asked. */
export interface Contestant {
  readonly server: RunningServer;
  readonly requests: readonly Request[];
}

/** How long and how often. */
export interface Extent {
  readonly rounds: number;
  /** Of load, a server and round. */
  readonly seconds: number;
}

/**
 * Loads the servers by turns, so that what slows the machine slows them all; who begins changes from round to round. Before the first, every server has
 * a turn that is not counted.
 */
export async function measureRounds(
  contestants: readonly Contestant[],
  postgres: number,
  { rounds, seconds }: Extent,
  onRound: (round: Round) => void,
): Promise<Round[]> {
  for (const { server, requests } of contestants) await load(server.origin, requests, seconds);
  const measured: Round[] = [];
  for (let number = 0; number < rounds; number += 1) {
    const cells: [ServerName, Cell][] = [];
    for (const contestant of rotated(contestants, number))
      cells.push([contestant.server.name, await measure(contestant, postgres, seconds)]);
    const round: Round = Object.fromEntries(cells);
    measured.push(round);
    onRound(round);
  }
  return measured;
}

async function measure({ server, requests }: Contestant, postgres: number, seconds: number): Promise<Cell> {
  const [node, database] = await Promise.all([cpuOf(server.pid), cpuOfServer(postgres)]);
  const result = await load(server.origin, requests, seconds);
  const [nodeAfter, databaseAfter] = await Promise.all([cpuOf(server.pid), cpuOfServer(postgres)]);
  return { ...result, node_ms: nodeAfter - node, postgres_ms: databaseAfter - database };
}

function rotated<T>(values: readonly T[], by: number): T[] {
  const at = by % values.length;
  return [...values.slice(at), ...values.slice(0, at)];
}
