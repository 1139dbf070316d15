import { CORPORA } from '../corpus/corpus.js';
import type { IngestPart } from '../corpus/ingest.js';
import type { Round } from '../measure/rounds.js';
import { SERVER_NAMES, type ServerName } from '../servers/server.js';
import { table } from './markdown-table.js';
import { postgresOf, quantile } from './ratios.js';
import type { Results } from './results.js';
import { GROWTH, INGEST, RESIDENT_MB, START_MS } from './targets.js';

/** CPU of PostgreSQL a request on the large corpus over that on the small one, round by round. */
export function growthTable(results: Results, operations: readonly string[]): string {
  const [small, large] = CORPORA;
  const rows = operations.map((name) => {
    const of = (items = 0): readonly Round[] => results.operations[`${name} ${items}`]?.rounds ?? [];
    const [before, after] = [of(small?.items), of(large?.items)];
    return [name, ...SERVER_NAMES.map((server) => growthText(growthOf(before, after, server), server))];
  });
  return table([`CPU of PostgreSQL, wanted at most ${GROWTH}`, ...SERVER_NAMES.map(titleOf)], rows);
}

function growthOf(before: readonly Round[], after: readonly Round[], server: ServerName): number | undefined {
  const ratios = before.flatMap((round, number) => {
    const [a, b] = [after[number]?.[server], round[server]];
    return a === undefined || b === undefined ? [] : [postgresOf(a) / postgresOf(b)];
  });
  return ratios.length === 0 ? undefined : quantile(ratios, 0.5);
}

function growthText(growth: number | undefined, server: ServerName): string {
  if (growth === undefined) return '-';
  return server === 'ours' && growth > GROWTH ? `**${growth.toFixed(2)}**` : growth.toFixed(2);
}

/** The most that each server held, over all that was measured. */
export function memoryLines(results: Results): string {
  const all = Object.values(results.operations).map(({ memory }) => memory);
  const rows = SERVER_NAMES.map((server) => {
    const found = all.flatMap((memory) => memory[server] ?? []);
    const most = (values: readonly number[]): string => (values.length === 0 ? '-' : String(Math.max(...values)));
    return [
      titleOf(server),
      most(found.map(({ resident_mb }) => resident_mb)),
      most(found.map(({ peak_mb }) => peak_mb)),
    ];
  });
  return table([`memory, ours wanted at most ${RESIDENT_MB} MB`, 'after the run (MB)', 'peak (MB)'], rows);
}

/** How long the product takes to its first answer. */
export function startLine({ start }: Results): string {
  if (start === undefined) return 'The start is not measured yet.';
  const { ready_ms, at, commit, load_before } = start;
  return `From the start of the built server to its first answer, ${ready_ms.length} times: ${Math.round(quantile(ready_ms, 0.5))} ms in the middle, ${Math.max(...ready_ms)} ms at most, wanted at most ${START_MS} ms (${at.slice(0, 16).replace('T', ' ')} UTC, ${commit}, load before ${load_before}).`;
}

/** How fast each corpus was ingested and published, and whether that stays so. */
export function ingestTable({ ingest }: Results): string {
  const rows = Object.entries(ingest).map(([items, { at, parts }]) => {
    const all = sum(parts);
    // The first part has an empty database and a cold compiler.
    const [second, last] = [parts[1], parts.at(-1)];
    const slower = second === undefined || last === undefined ? 1 : cpuOf(last) / cpuOf(second);
    return [
      Number(items).toLocaleString('en'),
      String(all.issues),
      (all.issues / all.seconds).toFixed(0),
      (all.node_ms / all.issues).toFixed(1),
      (all.postgres_ms / all.issues).toFixed(1),
      slower.toFixed(2),
      `${at.slice(0, 16).replace('T', ' ')} UTC`,
    ];
  });
  const head = [
    'items',
    'issues',
    `issues/s, wanted ${INGEST}`,
    'CPU of Node an issue (ms)',
    'CPU of PostgreSQL an issue (ms)',
    'CPU of the last twentieth over the second',
    'measured',
  ];
  return table(head, rows);
}

function cpuOf({ node_ms, postgres_ms, issues }: IngestPart): number {
  return (node_ms + postgres_ms) / issues;
}

function sum(parts: readonly IngestPart[]): IngestPart {
  return parts.reduce((a, b) => ({
    issues: a.issues + b.issues,
    seconds: a.seconds + b.seconds,
    node_ms: a.node_ms + b.node_ms,
    postgres_ms: a.postgres_ms + b.postgres_ms,
  }));
}

function titleOf(server: ServerName): string {
  return server === 'peer' ? 'PostGraphile' : server;
}
