import { sql, type Transaction } from 'kysely';
import { byShortKey, type Definition, findByShortKey, without } from './definitions.js';

/** What one issue's change does to the definitions of all. */
export interface DefinitionChange {
  /** Definitions that came or went with the issue. */
  readonly changed: readonly Definition[];
  /** Short forms, by key, that have other full names than before. */
  readonly renamed: readonly string[];
  /** Those of them that now lead elsewhere: to one full name, to another one, or to none. */
  readonly retied: readonly string[];
  /** Ends when they are counted: to be waited for before the transaction ends. */
  readonly counted?: Promise<void>;
}

/**
 * Takes the definitions that a published issue had off the common count and puts those it has on.
 *
 * @param known of a new issue, those of its short forms that all others have, where they are read already: then nothing is waited for but these
 */
export async function countDefinitions(
  trx: Transaction<unknown>,
  before: readonly Definition[],
  after: readonly Definition[],
  known?: Promise<readonly Definition[]>,
): Promise<DefinitionChange> {
  const gone = without(before, after);
  const come = without(after, before);
  const changed = [...gone, ...come];
  const keys = [...new Set(changed.map(({ short_key }) => short_key))];
  const moved = move(trx, 'uses', gone, come);
  // It is waited for last, and may fail before.
  moved.catch(() => {});
  const now = known === undefined ? await findByShortKey(trx, keys) : countedWith(come, keys, await known);
  // What came is new where nobody else has it.
  const stayed = [...now.filter(({ uses }) => uses > 1), ...without(now, come)];
  const [was, is] = [byShortKey([...stayed, ...gone]), byShortKey(now)];
  const names = (all: typeof is, key: string): string => [...(all.get(key) ?? [])].sort().join(' ');
  const renamed = keys.filter((key) => names(was, key) !== names(is, key));
  const isOne = (all: typeof is, key: string): boolean => all.get(key)?.size === 1;
  return { changed, renamed, retied: renamed.filter((key) => isOne(was, key) || isOne(is, key)), counted: moved };
}

/** Definitions of some short forms as they are once those of a new issue have been counted. */
function countedWith(
  come: readonly Definition[],
  keys: readonly string[],
  known: readonly Definition[],
): readonly Definition[] {
  const before = known.filter(({ short_key }) => keys.includes(short_key));
  const isNew = new Set(without(come, before));
  const isMore = new Set(without(before, come));
  return [...before.map((one) => (isMore.has(one) ? one : { ...one, uses: one.uses + 1 })), ...isNew];
}

/**
 * Moves a drafted issue's part in the drafts' count, which says by how much publishing all drafts would change the common one: from the
 * definitions of what it showed before (its former draft, else what is published of it) to those of what it shows now. Returns those that
 * came or went.
 */
export async function countDraftDefinitions(
  trx: Transaction<unknown>,
  before: readonly Definition[],
  after: readonly Definition[],
): Promise<Definition[]> {
  const gone = without(before, after);
  const come = without(after, before);
  await move(trx, 'draft_uses', gone, come);
  return [...gone, ...come];
}

async function move(
  trx: Transaction<unknown>,
  count: 'uses' | 'draft_uses',
  gone: readonly Definition[],
  come: readonly Definition[],
): Promise<void> {
  if (gone.length + come.length === 0) return;
  const rows = [...gone.map((row) => ({ ...row, by: -1 })), ...come.map((row) => ({ ...row, by: 1 }))];
  const column = sql.ref(count);
  const counted = sql`
    insert into editorial.definition as d (short, long, short_key, long_key, ${column})
    select short, long, short_key, long_key, by from json_to_recordset(${JSON.stringify(rows)}::json)
      as n(short text, long text, short_key text, long_key text, by int)
    on conflict (short, long) do update set ${column} = ${sql.ref(`d.${count}`)} + ${sql.ref(`excluded.${count}`)}
  `.execute(trx);
  const tidied = sql`
    delete from editorial.definition where short_key = any(${rows.map(({ short_key }) => short_key)}::text[])
      and uses <= 0 and draft_uses = 0
  `.execute(trx);
  await Promise.all([counted, tidied]);
}
