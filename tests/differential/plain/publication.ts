import type { PublicationRow, RubricRow } from '@broadsheet/store';
import { Issue } from './issue.js';
import { type IssueArgs, type ItemArgs, issuePage, itemsByIds } from './lists.js';
import { type PageArgs, PlainPage } from './page.js';
import { only, PlainNode, sorted } from './plain-node.js';

export class Publication extends PlainNode<PublicationRow> {
  readonly __typename = 'Publication';

  get slug() {
    return this.row.slug;
  }

  get title() {
    return this.row.title;
  }

  get language() {
    return this.row.language;
  }

  get timeZone() {
    return this.row.time_zone;
  }

  get homepage() {
    return this.row.homepage;
  }

  rubrics(args: PageArgs) {
    const { sight, rows, row } = this;
    return new PlainPage<RubricRow>(
      {
        ...sight,
        owner: row.id,
        rows: rows.rubric.filter(({ publication_id }) => publication_id === row.id),
        order: [{ of: ({ slug }) => slug }, { of: ({ id }) => id }],
        node: (rubric) => new Rubric(sight, rubric),
      },
      args,
    );
  }

  rubric({ slug }: { readonly slug: string }) {
    const found = this.rows.rubric.find((rubric) => rubric.publication_id === this.row.id && rubric.slug === slug);
    return found && new Rubric(this.sight, found);
  }

  issues(args: IssueArgs) {
    const own = this.rows.issue.filter(({ publication_id }) => publication_id === this.row.id);
    return issuePage(this.sight, own, args, this.row.id);
  }

  latestIssue() {
    const own = this.rows.issue.filter(({ publication_id }) => publication_id === this.row.id);
    const newest = sorted(own, ({ newest_key }) => newest_key)[0];
    return newest && new Issue(this.sight, newest);
  }
}

export class Rubric extends PlainNode<RubricRow> {
  readonly __typename = 'Rubric';

  publication() {
    return only(this.rows.publication, this.row.publication_id, (row) => new Publication(this.sight, row));
  }

  get slug() {
    return this.row.slug;
  }

  get heading() {
    return this.row.heading;
  }

  parent() {
    return only(this.rows.rubric, this.row.parent_id, (row) => new Rubric(this.sight, row));
  }

  children() {
    const own = this.rows.rubric.filter(({ parent_id }) => parent_id === this.row.id);
    return sorted(own, ({ slug }) => slug).map((row) => new Rubric(this.sight, row));
  }

  items(args: ItemArgs) {
    const ids = this.rows.item_rubric.filter(({ rubric_id }) => rubric_id === this.row.id).map((row) => row.item_id);
    return itemsByIds(this.sight, ids, args, this.row.id);
  }
}
