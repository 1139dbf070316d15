import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Param } from '../arguments/param.js';
import { orderBy } from '../compile/json.js';
import type { AnyRow } from '../source/row.js';
import type { AnyOrderKey } from '../source/source.js';
import { cursorSql, type TypedKey } from './cursor-sql.js';
import type { KeysetList } from './keyset-list.js';
import type { Page } from './page.js';

/** A shape of SQL for one page: what the parts of the connection are written over. */
export interface PageForm {
  /** The row of a node on the page. */
  readonly row: AnyRow;
  /** The cursor of that row. */
  cursor(): Expression<unknown>;
  /** The page's rows as a JSON list, each an object of `columns`. */
  list(columns: Expression<unknown>): Expression<unknown>;
  /** Whether the list goes on beyond the page's size. */
  hasMore(): Expression<unknown>;
  /** The cursor of the first or the last row of the page, null on an empty one. */
  edgeCursor(end: 'first' | 'last'): Expression<unknown>;
  /** The connection object of `columns`, after everything else was asked for. */
  connection(columns: Expression<unknown>): RawBuilder<unknown>;
}

/** What a form is made from. */
export interface PageInput {
  readonly list: KeysetList;
  readonly page: Page;
  readonly tag: Param<string>;
  /** What tells the object that the list belongs to, first among the keys of its cursors. */
  readonly owner: Expression<unknown> | null;
}

/** The cursor of a row with these keys. */
export function cursorOf({ tag, owner }: PageInput, keys: readonly TypedKey[]): Expression<unknown> {
  return cursorSql(tag, owner === null ? keys : [{ key: owner, type: 'id' }, ...keys]);
}

/** The conditions that the cursors set to the list. */
export function bounds({ list, page }: PageInput): readonly Expression<unknown>[] {
  return [
    ...(page.after ? [list.beyond('after', page.after)] : []),
    ...(page.before ? [list.beyond('before', page.before)] : []),
  ];
}

/** ` order by ...`, reversed for a page from the end. */
export function pageOrder(order: readonly AnyOrderKey[], isForward: boolean): RawBuilder<unknown> {
  return orderBy(
    order.map(({ key, direction }) => (isForward === (direction === 'asc') ? sql`${key}` : sql`${key} desc`)),
  );
}
