import type { Cell, Round } from '../measure/rounds.js';
import { SERVER_NAMES } from '../servers/server.js';
import { cpuOf, medianOf, postgresOf, type Ratio, ratioOf, throughputOf } from './ratios.js';
import type { OperationResult } from './results.js';

/** A round in a few words: requests a second of each server. */
export function roundLine(round: Round): string {
  return SERVER_NAMES.flatMap((name) => {
    const cell = round[name];
    return cell === undefined ? [] : [`${name} ${Math.round(throughputOf(cell))}/s`];
  }).join(', ');
}

/** A result in a line for whoever waits for it. */
export function resultLine({ rounds }: OperationResult): string {
  const ratios = [
    ['CPU limit/ours', ratioOf(rounds, cpuOf, 'limit', 'ours')],
    ['throughput ours/limit', ratioOf(rounds, throughputOf, 'ours', 'limit')],
    ['ours/PostGraphile', ratioOf(rounds, throughputOf, 'ours', 'peer')],
  ] as const;
  const costs = SERVER_NAMES.map((name) => {
    const cpu = (figure: (cell: Cell) => number): string => medianOf(rounds, figure, name)?.toFixed(3) ?? '-';
    return `${name} ${cpu(cpuOf)} ms (PostgreSQL ${cpu(postgresOf)})`;
  });
  return [...ratios.map(([name, ratio]) => `${name} ${ratioText(ratio)}`), ...costs].join('; ');
}

/** `0.85 (0.83)`: median and lower quartile. */
export function ratioText(ratio: Ratio | undefined): string {
  return ratio === undefined ? '-' : `${ratio.median.toFixed(2)} (${ratio.quartile.toFixed(2)})`;
}
