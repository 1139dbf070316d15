import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Param } from '../arguments/param.js';
import type { Compilation, Place, SelectedField } from '../compile/compilation.js';
import { conditionList, where } from '../compile/json.js';
import { relationInput } from '../compile/relation.js';
import type { AnyRow } from '../source/row.js';
import type { AnyArgs, AnyOrderKey, AnyWholeList, KeysetSource, PagePart } from '../source/source.js';
import { listArgs } from './list-tag.js';
import { type Side, seek } from './seek.js';

/** The whole list of which a page is shown. Each subselect over it stands alone, so one alias serves them all. */
export class KeysetList implements AnyWholeList {
  readonly target: AnyRow;
  readonly args: AnyArgs;
  readonly isAll: boolean;
  readonly ids: Expression<unknown> | null;
  readonly order: readonly AnyOrderKey[];
  /** A total that is cheaper than counting, if there is one. */
  readonly cheapTotal: Expression<unknown> | null;
  private readonly from: (page: PagePart | null) => RawBuilder<unknown>;
  private readonly conditions: readonly Expression<unknown>[];

  constructor(compilation: Compilation, field: SelectedField, nodeType: string, source: KeysetSource, place: Place) {
    const args = listArgs(field.args);
    const { input, from } = relationInput(compilation, { ...field, args }, nodeType, source.via({ args }), place);
    this.target = input.target;
    this.args = args;
    this.order = source.order(input);
    this.cheapTotal = source.count({ row: place.row, scope: place.scope, args });
    this.ids = source.ids({ row: place.row, scope: place.scope, args });
    const { row, scope } = place;
    this.from = (page) => from(source.table?.({ row, scope, args, list: null, page }));
    this.conditions = conditionList(source.on(input));
    this.isAll = this.conditions.length === 0 && input.via === null && source.table === undefined;
  }

  /** A subselect over all rows of the list; `rest` follows its conditions. */
  select(columns: Expression<unknown>, rest?: Expression<unknown>): RawBuilder<unknown> {
    return sql`(select ${columns} from ${this.from(null)}${where(this.conditions)}${rest ? sql` ${rest}` : sql``})`;
  }

  /** The rows of a page, within bounds, without parentheses. */
  rows(
    page: PagePart,
    columns: Expression<unknown>,
    bounds: readonly Expression<unknown>[],
    rest: Expression<unknown>,
  ): RawBuilder<unknown> {
    return sql`select ${columns} from ${this.from(page)}${where([...this.conditions, ...bounds])}${rest}`;
  }

  /** Whether any row lies on that side of a cursor. */
  hasAny(side: Side, keys: Param<readonly string[]>): RawBuilder<unknown> {
    const from = this.from({ after: keys, size: sql.lit(1) });
    return sql`exists(select from ${from}${where([...this.conditions, this.beyond(side, keys)])})`;
  }

  /** The condition that a row lies on that side of a cursor. */
  beyond(side: Side, keys: Param<readonly string[]>): Expression<unknown> {
    return seek(this.order, keys, side);
  }
}
