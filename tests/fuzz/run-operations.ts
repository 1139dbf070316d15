import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { type Newsroom, TOKEN } from '../newsroom.js';
import { seededRandom } from '../sequences/random.js';
import { OperationWriter } from './random-operation.js';

/** What a run of random operations found. */
export interface Fuzzed {
  readonly operations: number;
  /** Answered with data and no errors. */
  readonly whole: number;
  /** How many times each code was answered. */
  readonly codes: ReadonlyMap<string, number>;
  /** Operations that were answered with 500 or more, or with INTERNAL. */
  readonly failed: readonly string[];
  readonly slowest: { readonly ms: number; readonly query: string };
  /** Megabytes that the process holds, after each tenth of the operations. */
  readonly memory: readonly number[];
}

const SCHEMA = buildSchema(readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8'));

/** Sends operations that are written out of the schema to an endpoint, one after the other, every second one with the operator's token. */
export async function runOperations(
  room: Newsroom,
  endpoint: string,
  { seed, count }: { readonly seed: number; readonly count: number },
  say: (line: string) => void = () => {},
): Promise<Fuzzed> {
  const writer = new OperationWriter(SCHEMA, seededRandom(seed), await valuesOf(room));
  const codes = new Map<string, number>();
  const failed: string[] = [];
  const memory: number[] = [];
  let slowest = { ms: 0, query: '' };
  let whole = 0;
  for (let index = 0; index < count; index++) {
    const { query, variables } = writer.next();
    const authorization: Record<string, string> = index % 2 === 0 ? {} : { authorization: `Bearer ${TOKEN}` };
    const before = performance.now();
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization },
      body: JSON.stringify({ query, variables }),
    });
    const { errors = [] }: { errors?: { message: string; extensions?: { code?: string } }[] } = await response.json();
    const ms = performance.now() - before;
    if (ms > slowest.ms) slowest = { ms, query };
    if (errors.length === 0) whole += 1;
    const told = errors.map(({ extensions, message }) => extensions?.code ?? message);
    for (const code of new Set(told)) codes.set(code, (codes.get(code) ?? 0) + 1);
    if (response.status >= 500 || told.includes('INTERNAL'))
      failed.push(`${JSON.stringify({ query, variables })} ${told}`);
    if ((index + 1) % Math.ceil(count / 10) === 0) {
      globalThis.gc?.();
      memory.push(Math.round(process.memoryUsage().rss / 1024 / 1024));
      say(`${index + 1} of ${count}, ${failed.length} failed, slowest ${Math.round(slowest.ms)} ms`);
    }
  }
  return { operations: count, whole, codes, failed, slowest, memory };
}

async function valuesOf({ database }: Newsroom) {
  const list = async (sql: string): Promise<string[]> =>
    JSON.parse(
      (await database.text(`select coalesce(json_agg(v), '[]') from (${sql}) n(v)`, [], { as: 'owner' })) ?? '[]',
    );
  const tables = [
    'publication',
    'issue',
    'section',
    'item',
    'source',
    'keyword',
    'event',
    'rubric',
    'series',
    'contributor',
    'revision',
  ];
  const ids = await list(
    tables.map((table) => `(select id from published.${table} order by md5(id) limit 12)`).join(' union all '),
  );
  const slugged = ['publication', 'issue', 'source', 'keyword', 'contributor', 'rubric'];
  const slugs = await list(
    slugged.map((table) => `(select slug from published.${table} order by md5(id) limit 12)`).join(' union all '),
  );
  return {
    ids: [...ids, ...ids.map((id) => `${id}~draft`), ...ids.map((id) => `${id}~3`)],
    slugs: [...slugs, 'en', 'the'],
  };
}
