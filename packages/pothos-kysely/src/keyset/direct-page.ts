import { sql } from 'kysely';
import { jsonList, jsonObject } from '../compile/json.js';
import { pagePart, pageSize } from './page.js';
import { bounds, cursorOf, type PageForm, type PageInput, pageOrder } from './page-form.js';

/**
 * The leanest form, for a page from the start of which one list is wanted and nothing else about it:
 * `select ... from t where ... order by ... limit n`, straight into the list.
 */
export function directPage(input: PageInput): PageForm {
  const { list, page } = input;
  const unasked = (): never => {
    throw new TypeError('A direct page was asked where it ends: use a numbered one.');
  };
  return {
    row: list.target,
    cursor: () => cursorOf(input, list.order),
    list: (columns) =>
      jsonList(
        list.rows(
          pagePart(page, 0),
          columns,
          bounds(input),
          sql`${pageOrder(list.order, true)} limit ${pageSize(page, 0)}`,
        ),
      ),
    hasMore: unasked,
    edgeCursor: unasked,
    connection: (columns) => jsonObject(sql`select ${columns}`),
  };
}
