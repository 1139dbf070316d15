import { type Expression, type RawBuilder, sql } from 'kysely';
import { literalParam, type Param } from '../arguments/param.js';
import { type CursorType, isListed } from './cursor.js';

/** A key of a row, and what it is. */
export interface TypedKey {
  readonly key: Expression<unknown>;
  readonly type: CursorType;
}

/**
 * A row's cursor, made in SQL (see readCursor). Of what PostgreSQL has for it, its own hash of a text and hexadecimal take by far the least time.
 */
export function cursorSql(tag: Param<string>, keys: readonly TypedKey[]): RawBuilder<string> {
  const texts = keys.map(({ key }) => sql`${key}::text`);
  const checked = sql.join([sql`${tag}::text`, ...texts], SEPARATE);
  // Texts of several collations have none together, and the hash asks for one.
  const check = sql`int8send(hashtextextended((${checked}) collate "C", 0))`;
  const body = isListed(keys.map(({ type }) => type))
    ? sql`json_build_array(${sql.join(texts)})::text`
    : sql.join(texts, SEPARATE);
  return sql<string>`encode(${check} || convert_to(${body}, 'UTF8'), 'hex')`;
}

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
