import type { EntityNameRow, SourceRow } from '@broadsheet/store';
import type { NameTable } from './filters.js';
import { type ItemArgs, itemsByIds } from './lists.js';
import { PlainNode, sorted } from './plain-node.js';
import type { Sight } from './sight.js';

abstract class Name extends PlainNode<Pick<SourceRow, 'id' | 'slug' | 'name' | 'name_key' | 'item_count'>> {
  get slug() {
    return this.row.slug;
  }

  get name() {
    return this.row.name;
  }

  aliases() {
    const others = this.rows.entity_name.filter((row) => row.entity_id === this.row.id && row.name !== this.row.name);
    return sorted(
      sorted(others, ({ name }) => name),
      ({ confidence }) => -confidence,
    ).map(({ name, method, confidence }: EntityNameRow) => ({ name, method, confidence }));
  }

  get itemCount() {
    return this.row.item_count;
  }
}

export class Source extends Name {
  readonly __typename = 'Source';

  get abbreviation() {
    return this.rows.source.find(({ id }) => id === this.row.id)?.abbreviation;
  }

  items(args: ItemArgs) {
    const ids = this.rows.item_source.filter(({ source_id }) => source_id === this.row.id).map((row) => row.item_id);
    return itemsByIds(this.sight, ids, args, this.row.id);
  }
}

export class Keyword extends Name {
  readonly __typename = 'Keyword';

  items(args: ItemArgs) {
    const ids = this.rows.item_keyword.filter(({ keyword_id }) => keyword_id === this.row.id).map((row) => row.item_id);
    return itemsByIds(this.sight, ids, args, this.row.id);
  }
}

export class Contributor extends Name {
  readonly __typename = 'Contributor';

  items(args: ItemArgs) {
    const links = this.rows.item_contributor.filter(({ contributor_id }) => contributor_id === this.row.id);
    return itemsByIds(
      this.sight,
      links.map((row) => row.item_id),
      args,
      this.row.id,
    );
  }
}

/** The name with an id; undefined where the state has none. */
export function nameById(sight: Sight, table: NameTable, id: string) {
  const row = sight.state.rows[table].find((one) => one.id === id);
  if (row === undefined) return undefined;
  switch (table) {
    case 'source':
      return new Source(sight, row);
    case 'keyword':
      return new Keyword(sight, row);
    case 'contributor':
      return new Contributor(sight, row);
    default:
      return table satisfies never;
  }
}
