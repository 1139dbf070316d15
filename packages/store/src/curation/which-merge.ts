import type { Transaction } from 'kysely';
import type { EntityCuration } from './entity-curation.js';
import { type EntityToDecide, listForms } from './entity-to-decide.js';
import { listKnown } from './known-names.js';
import { isWithin, type Members, withUnprinted } from './members.js';

/** What names that are to be split off tell of merges. */
export interface MergesMeant {
  /** The entities that were merged all of whose names are given. */
  readonly covered: readonly string[];
  /** Keys of the printed names that are given beside theirs. Where there are none, the merges are to be undone. */
  readonly left: ReadonlySet<string>;
}

/**
 * Tells which merges some names mean: those of which all names are given, as far as these are to be seen. An item that prints two names of what is
 * one tells only the first, so there may be names that nobody could give. A name that such a one was known by is not given beside, be it printed
 * as another one's too.
 */
export async function whichMerges(
  trx: Transaction<unknown>,
  curation: EntityCuration,
  { id: whole }: EntityToDecide,
  keys: ReadonlySet<string>,
  { members, unprinted }: { readonly members: Members; readonly unprinted: Members },
): Promise<MergesMeant> {
  const told = new Set((await listForms(trx, whole)).map(({ name_slug }) => name_slug));
  const isGiven = (forms: ReadonlySet<string>): boolean => {
    const seen = new Set([...forms].filter((form) => told.has(form)));
    return isWithin(seen.size > 0 ? seen : forms, keys);
  };
  const given = [...members, ...unprinted].flatMap(([id, forms]) => (id !== whole && isGiven(forms) ? [id] : []));
  const covered = withUnprinted(curation, members, given);
  const known = covered.length === 0 ? new Set<string>() : await listKnown(trx, curation, covered);
  const theirs = new Set([...known, ...covered.flatMap((id) => [...(members.get(id) ?? [])])]);
  const printed = [...members.values()].flatMap((forms) => [...forms]);
  return { covered, left: new Set(printed.filter((key) => keys.has(key) && !theirs.has(key))) };
}
