import { naturalId } from '../curation/entity-curation.js';
import type { TableDiff } from '../log/diff.js';
import type { AnyRow } from '../project/rows.js';
import type { AliasMethod, StateTable } from '../tables.js';

/** The three kinds of entity. */
export type EntityTable = 'source' | 'keyword' | 'contributor';

export const ENTITY_TABLES = ['source', 'keyword', 'contributor'] as const;

/** How one entity's use changes. */
export interface Tally {
  /** Items more (or fewer) that name it. */
  items: number;
  /** Printed forms by name: uses more or fewer, and how lines that come tie the form: what goes does not tell how the rest is tied. */
  readonly forms: Map<string, { uses: number; method: AliasMethod | undefined }>;
}

/** Where an entity's items and printed forms stand. */
export const PLACES: Readonly<Record<EntityTable, { items: StateTable; forms: StateTable; id: string; form: string }>> =
  {
    source: { items: 'item_source', forms: 'attribution', id: 'source_id', form: 'printed' },
    keyword: { items: 'item_keyword', forms: 'item_keyword', id: 'keyword_id', form: 'printed' },
    contributor: { items: 'item_contributor', forms: 'byline', id: 'contributor_id', form: 'name' },
  };

/** Counts what a diff changes in the use of entities, by id. */
export function tallyEntities(diff: readonly TableDiff[], table: EntityTable): Map<string, Tally> {
  const place = PLACES[table];
  const tallies = new Map<string, Tally>();
  for (const { table: changed, removed, added } of diff) {
    for (const [rows, sign] of [
      [removed, -1],
      [added, 1],
    ] as const) {
      for (const row of rows) {
        if (changed === place.items) tallyOf(tallies, row, place.id).items += sign;
        if (changed === place.forms) addForm(tallyOf(tallies, row, place.id), row, table, sign);
      }
    }
  }
  return tallies;
}

function tallyOf(tallies: Map<string, Tally>, row: AnyRow, column: string): Tally {
  const id = String(row[column]);
  const tally = tallies.get(id) ?? { items: 0, forms: new Map() };
  tallies.set(id, tally);
  return tally;
}

function addForm(tally: Tally, row: AnyRow, table: EntityTable, sign: number): void {
  const printed = String(row[PLACES[table].form]);
  const name = cutForm(printed);
  const { uses, method } = tally.forms.get(name) ?? { uses: 0, method: undefined };
  tally.forms.set(name, {
    uses: uses + sign,
    method: method ?? (sign > 0 ? methodOf(row, table, printed) : undefined),
  });
}

const LONGEST_FORM = 200;

/** A printed form as it stands among an entity's names, which an index holds: a line that is no name may be longer. */
function cutForm(printed: string): string {
  if (printed.length <= LONGEST_FORM) return printed;
  const characters = [...printed];
  return characters.length <= LONGEST_FORM ? printed : `${characters.slice(0, LONGEST_FORM - 1).join('')}…`;
}

/** Whether a name is the beginning of a longer one, whose slug it does not tell. */
export function isCut(name: string): boolean {
  return name.endsWith('…') && [...name].length === LONGEST_FORM;
}

/** A source line says how it was tied; a keyword or contributor that is not what its form names by itself was so by a decision. */
function methodOf(row: AnyRow, table: EntityTable, printed: string): AliasMethod {
  if (table !== 'source') return naturalId(table, printed) === row[PLACES[table].id] ? 'PRINTED' : 'CURATED';
  const method = row['method'];
  return method === 'CHANNEL' || method === 'ABBREVIATION' || method === 'CURATED' ? method : 'PRINTED';
}
