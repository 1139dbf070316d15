import type { SectionRow } from '@broadsheet/store';
import { Issue } from './issue.js';
import { Item } from './item.js';
import { only, PlainNode, sorted } from './plain-node.js';
import { Rubric } from './publication.js';
import { type Formatted, introductionOf, spanOf } from './texts.js';

export class Section extends PlainNode<SectionRow> {
  readonly __typename = 'Section';

  issue() {
    return only(this.rows.issue, this.row.issue_id, (row) => new Issue(this.sight, row));
  }

  rubric() {
    return only(this.rows.rubric, this.row.rubric_id, (row) => new Rubric(this.sight, row));
  }

  get heading() {
    return this.row.heading;
  }

  get path() {
    return this.row.path;
  }

  get depth() {
    return this.row.depth;
  }

  get position() {
    return this.row.position;
  }

  parent() {
    return only(this.rows.section, this.row.parent_id, (row) => new Section(this.sight, row));
  }

  children() {
    const own = this.rows.section.filter(({ parent_id }) => parent_id === this.row.id);
    return sorted(own, ({ position }) => position).map((row) => new Section(this.sight, row));
  }

  introduction({ format }: Formatted) {
    return introductionOf(this.row, format);
  }

  items() {
    const own = this.rows.item.filter(({ section_id }) => section_id === this.row.id);
    return sorted(own, ({ position }) => position).map((row) => new Item(this.sight, row));
  }

  get span() {
    return spanOf(this.row);
  }
}
