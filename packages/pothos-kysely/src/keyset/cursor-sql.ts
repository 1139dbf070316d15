import { type Expression, type RawBuilder, sql } from 'kysely';
import { literalParam, type Param } from '../arguments/param.js';
import { type CursorType, isListed } from './cursor.js';

/** A key of a row, and what it is. */
export interface TypedKey {
  readonly key: Expression<unknown>;
  readonly type: CursorType;
}

/**
 * A row's cursor, made in SQL (see readCursor). Postgres breaks base64 after 76 characters and uses the plain alphabet: the breaks and the padding
 * are dropped, and - and _ put for + and /, each by itself. (`translate` would do it at once, a letter after another, which takes longer.)
 */
export function cursorSql(tag: Param<string>, keys: readonly TypedKey[]): RawBuilder<string> {
  const texts = keys.map(({ key }) => sql`${key}::text`);
  const joined = sql.join(texts, SEPARATE);
  const check = sql`left(md5(${sql.join([sql`${tag}::text`, ...texts], SEPARATE)}), 12)`;
  const body = isListed(keys.map(({ type }) => type))
    ? sql`json_build_array(${sql.join([check, ...texts])})::text`
    : sql`${check} || chr(31) || ${joined}`;
  return REPLACED.reduce(
    (text, [from, to]) => sql<string>`replace(${text}, ${sql.raw(from)}, ${sql.raw(to)})`,
    sql<string>`encode(convert_to(${body}, 'UTF8'), 'base64')`,
  );
}

/** What is put for letters of base64, as literals of SQL. */
const REPLACED = [
  ["E'\\n'", "''"],
  ["'='", "''"],
  ["'+'", "'-'"],
  ["'/'", "'_'"],
] as const;

const SEPARATE = sql` || chr(31) || `;

/**
 * The cursor of a place in every list that names its cursors so (`cursors` in `t.keyset`), from the keys of that list's order, of which at most
 * one may be a text.
 */
export function cursorAt(cursors: string, ...keys: readonly Expression<unknown>[]): RawBuilder<string> {
  return cursorSql(
    literalParam(cursors),
    keys.map((key) => ({ key, type: 'int8' })),
  );
}
