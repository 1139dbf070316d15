import type { IssueReading } from '@broadsheet/parser';
import { sql, type Transaction } from 'kysely';
import { nameKey } from '../identity/slug.js';
import type { Definitions } from './source-ties.js';

/** A short form with the full name that a text gives it. */
export interface Definition {
  readonly short: string;
  readonly long: string;
  readonly short_key: string;
  readonly long_key: string;
  /** Issues that define it so. */
  readonly uses: number;
}

/** The definitions of one reading, each once. */
export function definitionsOf(reading: IssueReading | undefined): Definition[] {
  const found = new Map<string, Definition>();
  for (const { short, long } of reading?.abbreviations ?? []) {
    found.set(`${short}\u0000${long}`, { short, long, short_key: nameKey(short), long_key: nameKey(long), uses: 1 });
  }
  return [...found.values()];
}

/** Definitions as ties are looked up by. */
export function byShortKey(definitions: readonly Definition[]): Definitions {
  const map = new Map<string, Set<string>>();
  for (const { short_key, long_key } of definitions) {
    map.set(short_key, (map.get(short_key) ?? new Set()).add(long_key));
  }
  return map;
}

/** Definitions of all published issues for the given short forms. */
export async function findByShortKey(trx: Transaction<unknown>, keys: readonly string[]): Promise<Definition[]> {
  if (keys.length === 0) return [];
  const found = await sql<Definition>`
    select short, long, short_key, long_key, uses from editorial.definition where short_key = any(${keys}::text[])
  `.execute(trx);
  return found.rows;
}

/** Definitions of all published issues that give the full names. */
export async function findByLongKey(trx: Transaction<unknown>, keys: readonly string[]): Promise<Definition[]> {
  if (keys.length === 0) return [];
  const found = await sql<Definition>`
    select short, long, short_key, long_key, uses from editorial.definition where long_key = any(${keys}::text[])
  `.execute(trx);
  return found.rows;
}

/** Takes an issue's former definitions off the common table and puts its present ones on. Returns those that came or went. */
export async function replaceDefinitions(
  trx: Transaction<unknown>,
  before: readonly Definition[],
  after: readonly Definition[],
): Promise<Definition[]> {
  const gone = without(before, after);
  const come = without(after, before);
  if (come.length > 0) {
    await sql`
      insert into editorial.definition (short, long, short_key, long_key, uses)
      select short, long, short_key, long_key, 1 from json_to_recordset(${JSON.stringify(come)}::json)
        as d(short text, long text, short_key text, long_key text)
      on conflict (short, long) do update set uses = definition.uses + 1
    `.execute(trx);
  }
  if (gone.length > 0) {
    await sql`
      update editorial.definition d set uses = d.uses - 1
      from json_to_recordset(${JSON.stringify(gone)}::json) as g(short text, long text)
      where d.short = g.short and d.long = g.long
    `.execute(trx);
    await sql`delete from editorial.definition where uses <= 0`.execute(trx);
  }
  return [...gone, ...come];
}

function without(some: readonly Definition[], others: readonly Definition[]): Definition[] {
  const known = new Set(others.map(({ short, long }) => `${short}\u0000${long}`));
  return some.filter(({ short, long }) => !known.has(`${short}\u0000${long}`));
}
