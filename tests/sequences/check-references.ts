import type { Row, Snapshot } from './snapshot.js';
import { TABLE_NAMES, TABLES } from './tables.js';

/** Every id that a row of a state holds stands in that same state, every name of an entity has its entity, and every redirect leads somewhere. */
export function danglingReferences(snapshot: Snapshot): string[] {
  const ids = new Map(TABLE_NAMES.map((table) => [table, new Set(snapshot[table].map(({ id }) => id))]));
  const entities = new Set(
    (['source', 'keyword', 'contributor'] as const).flatMap((table) => [...(ids.get(table) ?? [])]),
  );
  const orphans = snapshot.entity_name
    .filter(({ entity_id }) => !entities.has(entity_id))
    .map((row) => say('entity_name', 'entity_id', row));
  const targets = new Set([...entities, ...(ids.get('series') ?? []), ...(ids.get('issue') ?? [])]);
  const lost = snapshot.redirect
    .filter(({ target_id }) => !targets.has(target_id))
    .map((row) => say('redirect', 'target_id', row));
  const dangling = TABLE_NAMES.flatMap((table) =>
    Object.entries(TABLES[table].points).flatMap(([column, target]) =>
      snapshot[table]
        .filter((row) => row[column] !== null && ids.get(target)?.has(row[column]) !== true)
        .map((row) => say(table, column, row)),
    ),
  );
  return [...dangling, ...orphans, ...lost].slice(0, 4);
}

function say(table: string, column: string, row: Row): string {
  return `dangling ${table}.${column} in ${JSON.stringify(row).slice(0, 300)}`;
}
