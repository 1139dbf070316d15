import { getNullableType, isListType, isNonNullType } from 'graphql';
import { type Expression, type RawBuilder, sql } from 'kysely';
import { computedParam } from '../arguments/param.js';
import type { Call, LookupPosition } from '../run/call.js';
import type { LookupSource } from '../source/source.js';
import type { Compilation, LookupGroup, Place, SelectedField } from './compilation.js';
import { entranceOf } from './enter.js';
import { promised } from './json.js';
import { compileBranch } from './polymorphic.js';
import { readScope } from './read-scope.js';
import { ABSENT_KEY } from './response-key.js';

/** Objects by global ids: a branch for each type and scope that the ids lead to, all in the one statement. */
export function compileLookup(
  compilation: Compilation,
  field: SelectedField,
  source: LookupSource,
  place: Place,
): RawBuilder<unknown> {
  const entrance = entranceOf(compilation, field, place);
  const groups = entrance.kind === 'lookup' ? entrance.groups : [];
  if (source.absent) compilation.absences.push({ responseKey: field.responseKey, nodes: field.nodes });
  const type = getNullableType(field.field.type);
  if (isListType(type) && isNonNullType(type.ofType)) compilation.isWhole = false;
  return isListType(type) ? manyIds(compilation, field, source, groups) : oneId(compilation, field, source, groups);
}

function oneId(
  compilation: Compilation,
  field: SelectedField,
  source: LookupSource,
  [group]: readonly LookupGroup[],
): RawBuilder<unknown> {
  if (!group) return promised(compilation, field, sql`null::json`);
  const id = computedParam((call) => positions(call, field).at(0)?.id);
  return promised(compilation, field, sql`${found(compilation, field, source, group, sql<string>`${id}::text`)}`);
}

/** The places in the order asked for, duplicates among them; each is looked up by the branch of its group. */
function manyIds(
  compilation: Compilation,
  field: SelectedField,
  source: LookupSource,
  groups: readonly LookupGroup[],
): RawBuilder<unknown> {
  const place = compilation.alias('p');
  const column = (name: string) => sql<string>`${sql.id(place, name)}`;
  const numbers = computedParam((call) => positions(call, field).map(({ group }) => group));
  const ids = computedParam((call) => positions(call, field).map(({ id }) => id));
  const branches = groups.map(
    (group, index) => sql` when ${sql.lit(index + 1)} then ${found(compilation, field, source, group, column('id'))}`,
  );
  const value = groups.length === 0 ? sql`null::json` : sql`case ${column('group')}${sql.join(branches, sql``)} end`;
  return sql`(select coalesce(json_agg(${value} order by ${column('n')}), '[]')
    from unnest(${numbers}::int4[], ${ids}::text[]) with ordinality as ${sql.id(place)}("group", "id", "n"))`;
}

function found(
  compilation: Compilation,
  field: SelectedField,
  source: LookupSource,
  { type, scope: asGiven }: LookupGroup,
  id: Expression<string>,
): Expression<unknown> {
  const scope = readScope(compilation, asGiven);
  const value = foundOrAbsent(compilation, field, source, { type, scope }, id);
  const from = source.from?.({ id, type, scope });
  return from ? sql`(select ${value} from ${from})` : value;
}

function foundOrAbsent(
  compilation: Compilation,
  field: SelectedField,
  { match, absent }: LookupSource,
  { type, scope }: LookupGroup,
  id: Expression<string>,
): Expression<unknown> {
  const object = compileBranch(compilation, field, type, scope, ({ target }) =>
    match ? match({ id, type, scope, target }) : sql`${target.ref('id')} = ${id}`,
  );
  if (!absent) return object;
  const key = sql.id(ABSENT_KEY);
  const why = sql`(select row_to_json("$a")
    from (select ${absent({ id, type, scope })} as ${key}) as "$a" where "$a".${key} is not null)`;
  return sql`coalesce(${object}, ${why})`;
}

function positions(call: Call, { responseKey }: SelectedField): readonly LookupPosition[] {
  return call.lookups.get(responseKey) ?? [];
}
