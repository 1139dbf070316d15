import type { IssueReading } from '@broadsheet/parser';
import { sql, type Transaction } from 'kysely';
import { makeId } from '../identity/id.js';
import { nameKey } from '../identity/slug.js';
import type { StateSchema } from '../log/load-rows.js';
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

/** The definitions of one reading, each once; without those whose short form is the full name but for its signs, which tie nothing. */
export function definitionsOf(reading: Pick<IssueReading, 'abbreviations'> | undefined): Definition[] {
  const found = new Map<string, Definition>();
  for (const { short, long } of reading?.abbreviations ?? []) {
    const definition = { short, long, short_key: nameKey(short), long_key: nameKey(long), uses: 1 };
    if (definition.short_key !== definition.long_key) found.set(pairOf(definition), definition);
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

/** Those of `some` that are not among `others`. */
export function without(some: readonly Definition[], others: readonly Definition[]): Definition[] {
  const known = new Set(others.map(pairOf));
  return some.filter((definition) => !known.has(pairOf(definition)));
}

/** Definitions of all published issues for the given short forms. */
export async function findByShortKey(trx: Transaction<unknown>, keys: readonly string[]): Promise<Definition[]> {
  if (keys.length === 0) return [];
  const found = await sql<Definition>`
    select short, long, short_key, long_key, uses from editorial.definition
    where short_key = any(${keys}::text[]) and uses > 0
  `.execute(trx);
  return found.rows;
}

/** The natural ids of the sources whose full names any issue, public or not, gives one of some short forms, by the forms' keys. */
export async function listDefined(trx: Transaction<unknown>, keys: readonly string[]): Promise<readonly string[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<Pick<Definition, 'long_key'>>`
    select distinct long_key from editorial.definition where short_key = any(${keys}::text[]) and uses + draft_uses > 0
  `.execute(trx);
  return rows.map(({ long_key }) => makeId('source', long_key));
}

/**
 * Definitions that give the full names of some sources of a state, told by slug where it is known and by id else: of all published issues,
 * or (`draft`) as they would be were all drafts published.
 */
export async function findBySource(
  trx: Transaction<unknown>,
  state: StateSchema,
  { slugs, ids }: { readonly slugs: readonly string[]; readonly ids: readonly string[] },
): Promise<Definition[]> {
  if (slugs.length + ids.length === 0) return [];
  const uses = state === 'draft' ? sql`uses + draft_uses` : sql`uses`;
  const found = await sql<Definition>`
    select short, long, short_key, long_key, ${uses} as uses from editorial.definition
    where ${uses} > 0 and long_key = any(${slugs}::text[] || array(
      select slug from ${sql.table(`${state}.source`)} where id = any(${ids}::text[])))
  `.execute(trx);
  return found.rows;
}

function pairOf({ short, long }: Definition): string {
  return `${short}\u0000${long}`;
}
