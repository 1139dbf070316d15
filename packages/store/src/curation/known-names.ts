import type { Transaction } from 'kysely';
import { nameKey } from '../identity/slug.js';
import { findBySource } from '../names/definitions.js';
import { type EntityCuration, entityTable } from './entity-curation.js';

/**
 * Keys of the names that merged entities were known by beside those that items print of them: what they were called when they were merged, what
 * they were given by hand, and what texts define of them. Another one may have such a name of its own: a short form may stand for several.
 */
export async function listKnown(
  trx: Transaction<unknown>,
  { decisions, slugs }: EntityCuration,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const sources = ids.filter((id) => entityTable(id) === 'source').flatMap((id) => slugs.get(id) ?? []);
  const defined = await findBySource(trx, 'draft', { slugs: sources, ids: [] });
  const decided = decisions.flatMap((decision): readonly string[] => {
    if (!ids.includes(decision.subject_id)) return [];
    if (decision.operation === 'MERGE') return decision.data.names;
    if (decision.operation === 'SPLIT') return decision.data.keys;
    const { name, aliases = [] } = decision.data;
    return name === undefined ? aliases : [name, ...aliases];
  });
  return new Set([...decided.map(nameKey), ...defined.flatMap(({ short_key, long_key }) => [short_key, long_key])]);
}
