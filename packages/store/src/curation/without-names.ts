import { isDeepStrictEqual } from 'node:util';
import type { EntityTable } from '../shared/tallies.js';
import { type EntityDecision, type EntityMends, entityTable, type Merge, type Split } from './entity-curation.js';

/** Tells the names of a kind of entity that nothing prints any more and that nobody is to read. */
export interface LostNames {
  /** Whether a form is one, spelled just so. */
  form(table: EntityTable, name: string): boolean;
  /** Whether a slug is one's, in whatever spelling. */
  key(table: EntityTable, slug: string): boolean;
}

/** What becomes of one decision; null where it goes. */
export type DecisionChange = {
  readonly [D in EntityDecision as D['operation']]: Changed<D>;
}[EntityDecision['operation']];

interface Changed<Decision extends EntityDecision> {
  readonly operation: Decision['operation'];
  readonly subject_id: string;
  readonly data: Decision['data'] | null;
}

/**
 * What decisions are without some names: those that are about nothing else go, and what was merged into such an entity is merged into the one
 * that it was merged into. An id, which says nothing, takes the place of a slug that is lost and has no other.
 */
export function decisionsWithout(decisions: readonly EntityDecision[], names: LostNames): DecisionChange[] {
  const gone = new Map(
    decisions.filter((decision) => isMerge(decision) && loses(decision, names)).map((d) => [d.subject_id, d]),
  );
  return decisions.flatMap((decision): DecisionChange[] => {
    const table = entityTable(decision.subject_id);
    if (table === undefined) return [];
    const lost: Lost = { form: (name) => names.form(table, name), key: (slug) => names.key(table, slug) };
    const { operation, subject_id } = decision;
    switch (operation) {
      case 'MERGE':
        return changed(decision.data, gone.has(subject_id) ? null : mergeWithout(decision, gone, lost)).map((data) => ({
          operation,
          subject_id,
          data,
        }));
      case 'SPLIT':
        return changed(decision.data, splitWithout(decision.data, lost)).map((data) => ({
          operation,
          subject_id,
          data,
        }));
      case 'UPDATE_ENTITY':
        return changed(decision.data, mendsWithout(decision.data, subject_id, lost)).map((data) => ({
          operation,
          subject_id,
          data,
        }));
      default:
        return operation satisfies never;
    }
  });
}

function isMerge(decision: EntityDecision): decision is Merge {
  return decision.operation === 'MERGE';
}

function loses({ subject_id, data }: EntityDecision, names: LostNames): boolean {
  const table = entityTable(subject_id);
  return table !== undefined && 'into_slug' in data && names.key(table, data.slug);
}

function changed<Data>(before: Data, after: Data | null): (Data | null)[] {
  return isDeepStrictEqual(before, after) ? [] : [after];
}

interface Lost {
  form(name: string): boolean;
  key(slug: string): boolean;
}

function mergeWithout({ data }: Merge, gone: ReadonlyMap<string, EntityDecision>, lost: Lost): Merge['data'] {
  const names = data.names.filter((name) => !lost.form(name));
  const { into_issues: led, ...own } = data;
  let [{ into, into_slug, into_name }, into_issues] = [data, led];
  for (let next = gone.get(into); next !== undefined && isMerge(next); next = gone.get(into)) {
    ({ into, into_slug, into_name, into_issues } = next.data);
  }
  return {
    ...own,
    ...(into_issues === undefined ? {} : { into_issues }),
    into,
    into_slug: lost.key(into_slug) ? into : into_slug,
    into_name: lost.form(into_name) ? (names[0] ?? data.slug) : into_name,
    names,
  };
}

function splitWithout(data: Split['data'], lost: Lost): Split['data'] | null {
  const keys = data.keys.filter((key) => !lost.key(key));
  const [first] = keys;
  if (first === undefined) return null;
  return lost.key(data.slug) ? { ...data, keys, slug: first, key: `${data.from}/${first}` } : { ...data, keys };
}

function mendsWithout(mends: EntityMends, id: string, lost: Lost): EntityMends | null {
  const { slug, former = [], name, aliases = [], natural_slug, natural_name } = mends;
  const kept = {
    ...(slug === undefined || lost.key(slug) ? {} : { slug }),
    ...(name === undefined || lost.form(name) ? {} : { name }),
  };
  const [slugs, names] = [former.filter((one) => !lost.key(one)), aliases.filter((one) => !lost.form(one))];
  if (Object.keys(kept).length + names.length === 0) return null;
  return {
    ...kept,
    ...(slugs.length === 0 ? {} : { former: slugs }),
    ...(names.length === 0 ? {} : { aliases: names }),
    natural_slug: lost.key(natural_slug) ? id : natural_slug,
    natural_name: lost.form(natural_name) ? (kept.name ?? names[0] ?? id) : natural_name,
  };
}
