import type { Cell } from '../measure/rounds.js';
import type { ServerName } from '../servers/server.js';
import { table } from './markdown-table.js';
import { cpuOf, medianOf, postgresOf, type Ratio, ratioOf, throughputOf } from './ratios.js';
import { ratioText } from './result-line.js';
import type { OperationResult, Results } from './results.js';
import { targetsOf } from './targets.js';

/** The ratios of every operation on a corpus, with what is wanted. */
export function speedTable(results: Results, operations: readonly string[], items: number): string {
  const rows = operations.map((name) => {
    const result = results.operations[`${name} ${items}`];
    if (result === undefined) return [name, 'not measured'];
    const { rounds } = result;
    const { cpu, toLimit, toPeer } = targetsOf(name, items);
    return [
      name,
      held(ratioOf(rounds, cpuOf, 'limit', 'ours'), cpu),
      held(ratioOf(rounds, throughputOf, 'ours', 'limit'), toLimit),
      held(ratioOf(rounds, throughputOf, 'ours', 'peer'), toPeer),
      ratioText(ratioOf(rounds, cpuOf, 'peer', 'ours')),
      whenOf(result),
    ];
  });
  const head = [
    'operation',
    'limit over ours, CPU',
    'ours over limit, throughput',
    'ours over PostGraphile, throughput',
    'PostGraphile over ours, CPU',
    'measured',
  ];
  return table(head, rows);
}

function held(ratio: Ratio | undefined, wanted: number): string {
  const text = ratioText(ratio);
  const isShort = ratio !== undefined && ratio.median < wanted;
  return `${isShort ? `**${text}**` : text}, wanted ${wanted}`;
}

function whenOf({ at, commit, machine, node, postgres, load_before, rounds }: OperationResult): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC, ${commit}, ${rounds.length} rounds, ${machine}, Node ${node}, PostgreSQL ${postgres}, load before ${load_before}`;
}

/** What every server gave and cost, in the middle of all rounds. */
export function costTable(results: Results, operations: readonly string[], items: number): string {
  const rows = operations.flatMap((name) => {
    const rounds = results.operations[`${name} ${items}`]?.rounds ?? [];
    const each = (figure: (cell: Cell) => number, digits: number): string =>
      SHOWN.map((server) => medianOf(rounds, figure, server)?.toFixed(digits) ?? '-').join(' / ');
    return rounds.length === 0
      ? []
      : [
          [
            name,
            each(throughputOf, 0),
            each(({ p50_ms }) => p50_ms, 1),
            each(({ p99_ms }) => p99_ms, 1),
            each(({ node_ms, requests }) => node_ms / requests, 3),
            each(postgresOf, 3),
          ],
        ];
  });
  const head = [
    'limit / ours / PostGraphile',
    'requests/s',
    'p50 (ms)',
    'p99 (ms)',
    'CPU of Node (ms)',
    'CPU of PostgreSQL (ms)',
  ];
  return table(head, rows);
}

const SHOWN: readonly ServerName[] = ['limit', 'ours', 'peer'];
