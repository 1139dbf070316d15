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

/** The servers on one corpus. */
export interface Field {
  readonly contestants: readonly Contestant[];
  /** The process of its PostgreSQL that all others of it are children of. */
  readonly postgres: number;
}

/** How long and how often. */
export interface Extent {
  readonly rounds: number;
  /** Of load, a server and round. */
  readonly seconds: number;
}

/**
 * Loads the servers of all fields by turns, so that what slows the machine slows them all; who begins changes from round to round. Before the first, every server
 * has a turn that is not counted. Returns the rounds of each field: those of the same number were measured together.
 *
 * @param onRound is given the last one of each field
 */
export async function measureRounds(
  fields: readonly Field[],
  { rounds, seconds }: Extent,
  onRound: (last: readonly Round[]) => void,
): Promise<Round[][]> {
  const turns = fields.flatMap(({ contestants, postgres }, field) =>
    contestants.map((contestant) => ({ contestant, postgres, field })),
  );
  for (const { contestant } of turns) await load(contestant.server.origin, contestant.requests, seconds);
  const measured: Round[][] = fields.map(() => []);
  for (let number = 0; number < rounds; number += 1) {
    const cells: [ServerName, Cell][][] = fields.map(() => []);
    for (const { contestant, postgres, field } of rotated(turns, number))
      cells[field]?.push([contestant.server.name, await measure(contestant, postgres, seconds)]);
    const last: Round[] = cells.map((entries) => Object.fromEntries(entries));
    for (const [field, round] of last.entries()) measured[field]?.push(round);
    onRound(last);
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
