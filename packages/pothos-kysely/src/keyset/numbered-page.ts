import { type Expression, type RawBuilder, sql } from 'kysely';
import { jsonObject } from '../compile/json.js';
import { recordedRow } from '../source/row.js';
import { pagePart, pageSize } from './page.js';
import { bounds, cursorOf, type PageForm, type PageInput, pageOrder } from './page-form.js';

/** Whether one row more than the page is read, and whether the rows are numbered. */
export interface PageNeeds {
  readonly peeks: boolean;
  readonly numbers: boolean;
}

/** Names within the page; a column of a table may be called anything but these. */
const NUMBER = '$n';
const COUNT = '$c';

/**
 * The form for pages of which more is wanted than one list. The rows are read once, with the columns that turn out to
 * be needed, numbered, and gathered into lists and cursors in one pass; the connection is selected from those.
 *
 *     select <connection> from (select json_agg(...) filter (where "$n" <= 20) as "$1", count(*) > 20 as "$2"
 *       from (select *, row_number() over () as "$n" from (select ... order by ... limit 21) as "$q") as p1) as "$a"
 */
export function numberedPage(input: PageInput, alias: string, needs: PageNeeds): PageForm {
  const { list, page } = input;
  const columns = new Set<string>();
  const gathered: Expression<unknown>[] = [];
  const size = pageSize(page, 0);
  const number = sql.id(alias, NUMBER);
  const onPage = needs.peeks ? sql` filter (where ${number} <= ${size})` : sql``;
  const cursor = () =>
    cursorOf(
      input,
      list.order.map(({ type }, index) => ({ key: sql.id(alias, keyName(index)), type })),
    );
  const gather = (value: Expression<unknown>) => sql.id('$a', gatheredName(gathered.push(value)));

  return {
    row: recordedRow(alias, (column) => columns.add(column)),
    cursor,
    list: (selected) => gather(sql`coalesce(json_agg(${jsonObject(sql`select ${selected}`)})${onPage}, '[]')`),
    hasMore: () => gather(sql`count(*) > ${size}`),
    edgeCursor: (end) => gather(sql`min(${cursor()}) filter (where ${number} = ${placeOf(end, input, alias, needs)})`),
    connection(selected) {
      if (gathered.length === 0) return jsonObject(sql`select ${selected}`);
      const values = gathered.map((value, index) => sql`${value} as ${sql.id(gatheredName(index + 1))}`);
      const rows = needs.numbers ? numbered(input, columns, needs) : pageRows(input, columns, needs);
      const pass = sql`select ${sql.join(values)} from (${rows}) as ${sql.id(alias)}`;
      return jsonObject(sql`select ${selected} from (${pass}) as "$a"`);
    },
  };
}

/** The number that the first or the last row of the page has: rows are numbered from the end that the page was read from. */
function placeOf(end: 'first' | 'last', { page }: PageInput, alias: string, needs: PageNeeds): Expression<unknown> {
  if ((end === 'first') === page.isForward) return sql.lit(1);
  const count = sql.id(alias, COUNT);
  return needs.peeks ? sql`least(${count}, ${pageSize(page, 0)})` : count;
}

function numbered(input: PageInput, columns: ReadonlySet<string>, needs: PageNeeds): RawBuilder<unknown> {
  const order = input.page.isForward ? sql`` : sql` order by ${sql.id(NUMBER)} desc`;
  const windows = sql`row_number() over () as ${sql.id(NUMBER)}, count(*) over () as ${sql.id(COUNT)}`;
  return sql`select "$q".*, ${windows} from (${pageRows(input, columns, needs)}) as "$q"${order}`;
}

function pageRows(input: PageInput, columns: ReadonlySet<string>, { peeks }: PageNeeds): RawBuilder<unknown> {
  const { list, page } = input;
  const own = [...columns].map((column) => sql`${list.target.ref(column)} as ${sql.id(column)}`);
  const keys = list.order.map(({ key }, index) => sql`${key} as ${sql.id(keyName(index))}`);
  const part = pagePart(page, peeks ? 1 : 0);
  const order = sql`${pageOrder(list.order, page.isForward)} limit ${part.size}`;
  return list.rows(part, sql.join([...own, ...keys]), bounds(input), order);
}

function keyName(index: number): string {
  return `$k${index + 1}`;
}

function gatheredName(place: number): string {
  return `$${place}`;
}
