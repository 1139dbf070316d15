import type { Cell, Round } from '../measure/rounds.js';
import type { ServerName } from '../servers/server.js';

/** Paired ratios of all rounds: what is in the middle, and what a quarter of them lies below. */
export interface Ratio {
  readonly median: number;
  readonly quartile: number;
}

/** CPU milliseconds a request, of server and PostgreSQL together. */
export function cpuOf({ node_ms, postgres_ms, requests }: Cell): number {
  return (node_ms + postgres_ms) / requests;
}

/** CPU milliseconds a request, of PostgreSQL alone. */
export function postgresOf({ postgres_ms, requests }: Cell): number {
  return postgres_ms / requests;
}

/** Requests a second. */
export function throughputOf({ requests, seconds }: Cell): number {
  return requests / seconds;
}

/** One server's figure over another's, round by round; undefined where one of them had no turn. */
export function ratioOf(
  rounds: readonly Round[],
  figure: (cell: Cell) => number,
  over: ServerName,
  under: ServerName,
): Ratio | undefined {
  const ratios = rounds.flatMap((round) => {
    const [a, b] = [round[over], round[under]];
    return a === undefined || b === undefined ? [] : [figure(a) / figure(b)];
  });
  return ratios.length === 0 ? undefined : { median: quantile(ratios, 0.5), quartile: quantile(ratios, 0.25) };
}

/** The middle of a server's figures; undefined where it had no turn. */
export function medianOf(
  rounds: readonly Round[],
  figure: (cell: Cell) => number,
  server: ServerName,
): number | undefined {
  const figures = rounds.map((round) => round[server]).filter((cell) => cell !== undefined);
  return figures.length === 0 ? undefined : quantile(figures.map(figure), 0.5);
}

/** The value below which a part of the values lies, between two of them where none stands there. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return below + (above - below) * (place - Math.floor(place));
}
