import type { IssueRow, ItemRow } from '@broadsheet/store';
import { Event } from './event.js';
import { fitsIssue, fitsItem, type IssueWhere, type ItemWhere } from './filters.js';
import { Issue } from './issue.js';
import { Item } from './item.js';
import { type Key, type PageArgs, PlainPage } from './page.js';
import { sorted } from './plain-node.js';
import type { Sight } from './sight.js';

export interface ItemArgs extends PageArgs {
  readonly where?: ItemWhere | null;
  readonly orderBy: 'NEWEST' | 'OLDEST' | 'PRINTED';
}

export interface IssueArgs extends PageArgs {
  readonly where?: IssueWhere | null;
  readonly orderBy: 'NEWEST' | 'OLDEST';
}

/** A page of those items that fit the filter, in the order asked for. */
export function itemPage(
  sight: Sight,
  items: readonly ItemRow[],
  args: ItemArgs,
  { owner, order }: { readonly owner?: string; readonly order?: readonly Key<ItemRow>[] } = {},
) {
  const key: Key<ItemRow> =
    args.orderBy === 'NEWEST' ? { of: (row) => row.newest_key } : { of: (row) => row.oldest_key };
  return new PlainPage<ItemRow>(
    {
      ...sight,
      ...(owner === undefined ? {} : { owner }),
      rows: items.filter((item) => fitsItem(sight.state, item, args.where)),
      order: order ?? [key],
      node: (row) => new Item(sight, row),
    },
    args,
  );
}

/** A page of those issues that fit the filter. */
export function issuePage(sight: Sight, issues: readonly IssueRow[], args: IssueArgs, owner?: string) {
  const { orderBy } = args;
  return new PlainPage<IssueRow>(
    {
      ...sight,
      ...(owner === undefined ? {} : { owner }),
      rows: issues.filter((issue) => fitsIssue(sight.state, issue, args.where)),
      order: [{ of: (row) => (orderBy === 'NEWEST' ? row.newest_key : row.oldest_key) }],
      node: (row) => new Issue(sight, row),
    },
    args,
  );
}

/** A page of the items with these ids. */
export function itemsByIds(sight: Sight, ids: readonly string[], args: ItemArgs, owner: string) {
  return itemPage(
    sight,
    sight.state.rows.item.filter(({ id }) => ids.includes(id)),
    args,
    { owner },
  );
}

/** The events with these ids, by day. */
export function eventsByDay(sight: Sight, ids: readonly string[]) {
  const own = sight.state.rows.event.filter(({ id }) => ids.includes(id));
  return sorted(
    sorted(own, ({ id }) => id),
    ({ day }) => day,
  ).map((row) => new Event(sight, row));
}
