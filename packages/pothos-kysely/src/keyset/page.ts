import { type Expression, sql } from 'kysely';
import { computedParam, isParam, literalParam, type Param } from '../arguments/param.js';
import type { Compilation, SelectedField } from '../compile/compilation.js';
import type { Limits } from '../plugin/options.js';
import type { AnyOrderKey, PagePart } from '../source/source.js';
import { type CursorType, readCursor } from './cursor.js';
import { verifyPage } from './verify-page.js';

/** Which page of a list is asked for. Which arguments are given is known when compiling, their values at the call. */
export interface Page {
  /** From the start of what lies between the cursors, or from its end. */
  readonly isForward: boolean;
  readonly size: Param<unknown>;
  /** The keys of the cursors. */
  readonly after: Param<readonly string[]> | null;
  readonly before: Param<readonly string[]> | null;
  /** What the cursors say of the object that their list belongs to; empty for a list that belongs to none. */
  readonly owners: readonly Param<string>[];
}

/**
 * Reads the paging arguments of a field and adds what must hold of them to the compilation's checks:
 * PAGE_ARGUMENTS for first and last at once, PAGE_SIZE for a size out of bounds, BAD_CURSOR for a foreign cursor.
 * As Relay has it, after and before bound the list first, in any combination; then first or last takes its end.
 * @see https://relay.dev/graphql/connections.htm#sec-Pagination-algorithm
 */
export function readPage(
  compilation: Compilation,
  field: SelectedField,
  limits: Limits,
  order: readonly AnyOrderKey[],
  tag: Param<string>,
  isOwned: boolean,
): Page {
  const first = paramOf(field, 'first');
  const last = paramOf(field, 'last');
  const types = [...(isOwned ? (['id'] as const) : []), ...order.map(({ type }) => type)];
  const after = cursorKeys(field, 'after', types, tag);
  const before = cursorKeys(field, 'before', types, tag);
  const size = first ?? last ?? literalParam(limits.defaultPageSize);
  compilation.checks.push({
    nodes: field.nodes,
    path: field.path,
    verify(call) {
      verifyPage(field.field.name, { first: first?.evaluate(call), last: last?.evaluate(call) }, limits);
      after?.evaluate(call);
      before?.evaluate(call);
    },
  });
  const given = [after, before].flatMap((texts) => texts ?? []);
  return {
    isForward: first !== null || last === null,
    size,
    after: isOwned ? withoutOwner(after) : after,
    before: isOwned ? withoutOwner(before) : before,
    owners: isOwned ? given.map((texts) => texts.map(([owner = '']) => owner)) : [],
  };
}

/** The page's size, with `more` added: printed where the document states it, so that the planner sees it. */
export function pageSize({ size }: Page, more: 0 | 1): Expression<unknown> {
  const stated = size.literal?.value;
  if (typeof stated === 'number') return sql.lit(stated + more);
  return more === 0 ? sql`${size}::int4` : sql`${size}::int4 + 1`;
}

/** The part of the list that a page is, with `more` rows added. */
export function pagePart(page: Page, more: 0 | 1): PagePart {
  return { after: page.after, size: pageSize(page, more) };
}

function paramOf(field: SelectedField, name: string): Param<unknown> | null {
  const value = field.args[name];
  return isParam(value) ? value : null;
}

function withoutOwner(texts: Param<readonly string[]> | null): Param<readonly string[]> | null {
  return texts?.map(([, ...keys]) => keys) ?? null;
}

function cursorKeys(
  field: SelectedField,
  name: 'after' | 'before',
  types: readonly CursorType[],
  tag: Param<string>,
): Param<readonly string[]> | null {
  const where = `${field.field.name}(${name}:)`;
  const cursor = paramOf(field, name);
  if (!cursor) return null;
  return computedParam((call) => readCursor(String(cursor.evaluate(call)), tag.evaluate(call), types, where));
}
