import { Event } from './event.js';
import { Issue } from './issue.js';
import { Item } from './item.js';
import { Contributor, Keyword, Source } from './names.js';
import { only } from './plain-node.js';
import { Publication, Rubric } from './publication.js';
import { Revision } from './revision.js';
import { Section } from './section.js';
import { Series } from './series.js';
import type { Sight } from './sight.js';

/** The node with an id of a type; undefined where the state has none. */
export function nodeIn(sight: Sight, type: string, id: string): object | undefined {
  const { rows } = sight.state;
  switch (type) {
    case 'Publication':
      return only(rows.publication, id, (row) => new Publication(sight, row));
    case 'Issue':
      return only(rows.issue, id, (row) => new Issue(sight, row));
    case 'Section':
      return only(rows.section, id, (row) => new Section(sight, row));
    case 'Rubric':
      return only(rows.rubric, id, (row) => new Rubric(sight, row));
    case 'Item':
      return only(rows.item, id, (row) => new Item(sight, row));
    case 'Series':
      return only(rows.series, id, (row) => new Series(sight, row));
    case 'Contributor':
      return only(rows.contributor, id, (row) => new Contributor(sight, row));
    case 'Source':
      return only(rows.source, id, (row) => new Source(sight, row));
    case 'Keyword':
      return only(rows.keyword, id, (row) => new Keyword(sight, row));
    case 'Event':
      return only(rows.event, id, (row) => new Event(sight, row));
    case 'Revision':
      return only(rows.revision, id, (row) => new Revision(sight, row));
    default:
      return undefined;
  }
}
