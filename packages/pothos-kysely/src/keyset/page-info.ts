import { type Expression, sql } from 'kysely';
import type { PartSource } from '../source/source.js';
import type { KeysetList } from './keyset-list.js';
import type { Page } from './page.js';
import type { PageForm } from './page-form.js';

/**
 * A field of PageInfo. The flag of the end that the page was cut at looks one row further; the flag of the other end is
 * true exactly where a row of the list lies at or beyond the cursor, which an exists tells.
 */
export function pageInfoPart(
  name: PartSource['part'],
  list: KeysetList,
  page: Page,
  form: PageForm,
): Expression<unknown> {
  switch (name) {
    case 'hasNextPage':
      return either(page.isForward && form.hasMore(), page.before && list.hasAny('atOrAfter', page.before));
    case 'hasPreviousPage':
      return either(!page.isForward && form.hasMore(), page.after && list.hasAny('atOrBefore', page.after));
    case 'startCursor':
      return form.edgeCursor('first');
    case 'endCursor':
      return form.edgeCursor('last');
    default:
      return sql`null`;
  }
}

function either(...conditions: (Expression<unknown> | null | false)[]): Expression<unknown> {
  const [first, ...others] = conditions.filter((condition) => condition !== null && condition !== false);
  if (!first) return sql`false`;
  return others.length === 0 ? first : sql`(${sql.join([first, ...others], sql` or `)})`;
}
