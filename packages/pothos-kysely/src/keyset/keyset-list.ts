import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Param } from '../arguments/param.js';
import type { Compilation, OverList, Place, SelectedField } from '../compile/compilation.js';
import { conditionList, where } from '../compile/json.js';
import { relationInput } from '../compile/relation.js';
import type { AnyRow } from '../source/row.js';
import type { AnyOrderKey, KeysetSource } from '../source/source.js';
import { listArgs } from './list-tag.js';
import { type Side, seek } from './seek.js';

/** The whole list of which a page is shown. Each subselect over it stands alone, so one alias serves them all. */
export class KeysetList implements OverList {
  readonly target: AnyRow;
  readonly order: readonly AnyOrderKey[];
  /** A total that is cheaper than counting, if there is one. */
  readonly cheapTotal: Expression<unknown> | null;
  private readonly from: RawBuilder<unknown>;
  private readonly conditions: readonly Expression<unknown>[];

  constructor(compilation: Compilation, field: SelectedField, nodeType: string, source: KeysetSource, place: Place) {
    const args = listArgs(field.args);
    const { input, from } = relationInput(compilation, { ...field, args }, nodeType, source.via({ args }), place);
    this.target = input.target;
    this.order = source.order(input);
    this.cheapTotal = source.count({ row: place.row, scope: place.scope, args });
    this.from = from;
    this.conditions = conditionList(source.on(input));
  }

  /** A subselect over all rows of the list; `rest` follows its conditions. */
  select(columns: Expression<unknown>, rest?: Expression<unknown>): RawBuilder<unknown> {
    return sql`(${this.rows(columns, [], rest ? sql` ${rest}` : sql``)})`;
  }

  /** The rows within bounds, without parentheses. */
  rows(
    columns: Expression<unknown>,
    bounds: readonly Expression<unknown>[],
    rest: Expression<unknown>,
  ): RawBuilder<unknown> {
    return sql`select ${columns} from ${this.from}${where([...this.conditions, ...bounds])}${rest}`;
  }

  /** Whether any row lies on that side of a cursor. */
  hasAny(side: Side, keys: Param<readonly string[]>): RawBuilder<unknown> {
    return sql`exists(select from ${this.from}${where([...this.conditions, this.beyond(side, keys)])})`;
  }

  /** The condition that a row lies on that side of a cursor. */
  beyond(side: Side, keys: Param<readonly string[]>): Expression<unknown> {
    return seek(this.order, keys, side);
  }
}
