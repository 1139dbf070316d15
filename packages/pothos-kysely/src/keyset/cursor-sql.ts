import { type Expression, type RawBuilder, sql } from 'kysely';
import { literalParam, type Param } from '../arguments/param.js';

/**
 * A row's cursor, made in SQL (see readCursor). Postgres breaks base64 after 76 characters and uses the plain
 * alphabet: translate drops the breaks and the padding and puts - and _ for + and /.
 */
export function cursorSql(tag: Param<string>, keys: readonly Expression<unknown>[]): RawBuilder<string> {
  const texts = keys.map((key) => sql`${key}::text`);
  const checked = sql.join([sql`${tag}::text`, ...texts], sql` || chr(31) || `);
  const parts = sql.join([sql`substr(md5(${checked}), 1, 12)`, ...texts]);
  return sql<string>`translate(encode(convert_to(json_build_array(${parts})::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;
}

/** The cursor of a place in every list that names its cursors so (`cursors` in `t.keyset`), from the keys of that list's order. */
export function cursorAt(cursors: string, ...keys: readonly Expression<unknown>[]): RawBuilder<string> {
  return cursorSql(literalParam(cursors), keys);
}
