import type { Lifted, OrderKey, Row, Scope } from '@broadsheet/pothos-kysely';
import type { EntityNameRow, EntityRow } from '@broadsheet/store';
import type { FieldKind } from '@pothos/core';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { builder, type ReadBuilder } from './builder.js';
import { caseAside } from './case-aside.js';
import { AliasMethod, UsageOrder } from './enums.js';
import { ItemConnection } from './item.js';
import { itemArgs } from './item-list.js';
import { Node, Versioned } from './node.js';
import { eq, publicationIds } from './sql.js';

export const Alias = builder.objectRef<EntityNameRow>('Alias');
builder.objectType(Alias, {
  kysely: { table: 'entity_name' },
  description: 'Another printed form of a name.',
  fields: (t) => ({
    name: t.column('name', { type: 'String', description: 'The form.' }),
    method: t.column('method', { type: AliasMethod, description: 'How it was tied.' }),
    confidence: t.column('confidence', { type: 'Float', description: 'How sure the tie is, from 0 to 1.' }),
  }),
});

export const Entity = builder.interfaceRef<EntityRow>('Entity');
builder.interfaceType(Entity, {
  interfaces: [Versioned, Node],
  description:
    'What has many printed names: Source, Keyword, Contributor. A slug that was merged or renamed away still finds it.',
  fields: (t) => ({
    slug: t.column('slug', { type: 'String', description: 'Its name in addresses; unique among its kind.' }),
    name: t.column('name', { type: 'String', description: 'Its fullest printed name.' }),
    aliases: t.many({
      type: [Alias],
      description: 'Other printed forms, each with how it was tied to this one; the surest first.',
      on: ({ row, target }) => [
        eq(target.ref('entity_id'), row.ref('id')),
        sql<boolean>`${target.ref('name')} <> ${row.ref('name')}`,
      ],
      orderBy: ({ target }) => [sql`${target.ref('confidence')} desc`, target.ref('name')],
    }),
    itemCount: t.column('item_count', { type: 'Int', description: 'Items that name it.' }),
    items: t.field({
      type: ItemConnection,
      description: 'Items that name it.',
      args: pagedItemArgs(t),
    }),
  }),
});

/** The arguments of a connection of items, for the interface alone: its types bring them with t.keyset. */
function pagedItemArgs<Shape, Kind extends FieldKind>(t: ReadBuilder<Shape, Kind>) {
  return {
    first: t.arg.int({ description: 'At most that many, from the start.' }),
    after: t.arg.string({ description: 'Only what follows this cursor.' }),
    last: t.arg.int({ description: 'At most that many, from the end.' }),
    before: t.arg.string({ description: 'Only what comes before this cursor.' }),
    ...itemArgs(t),
  };
}

type EntityTable = 'source' | 'keyword' | 'contributor';

export const EntityFilter = builder.inputType('EntityFilter', {
  description: 'Narrows names: fields narrow, the values of one field widen; an empty list finds nothing.',
  fields: (t) => ({
    publication: t.stringList({ description: 'Slugs of publications whose items name it.' }),
    nameContains: t.string({ description: 'Words that one of its printed forms holds, letter case aside.' }),
  }),
});

/** `where` and `orderBy` of a list of names. */
export function entityArgs<Shape, Kind extends FieldKind>(t: ReadBuilder<Shape, Kind>) {
  return {
    where: t.arg({ type: EntityFilter, description: 'Which ones.' }),
    orderBy: t.arg({ type: UsageOrder, required: true, defaultValue: 'USAGE', description: 'In which order.' }),
  };
}

type Where = Lifted<typeof EntityFilter.$inferInput | null | undefined>;

/** What a filter asks of a name. */
export function entityConditions(
  entity: Row<EntityRow>,
  table: EntityTable,
  where: Where,
  scope: Scope,
): RawBuilder<SqlBool>[] {
  const { publication, nameContains } = where ?? {};
  const link = sql.ref(`l.${table}_id`);
  const sought = nameContains?.map(caseAside);
  return [
    ...(publication
      ? [
          sql<SqlBool>`exists (select from ${scope.table(`item_${table}`)} l join ${scope.table('item')} i on i.id = l.item_id
            where ${link} = ${entity.ref('id')} and i.publication_id in ${publicationIds(scope, publication)})`,
        ]
      : []),
    ...(sought
      ? [
          sql<SqlBool>`exists (select from ${scope.table('entity_name')} n where n.entity_id = ${entity.ref('id')}
            and position(${sought.map(({ text }) => text)} in translate(n.name, ${sought.map(({ from }) => from)}, ${sought.map(({ to }) => to)})) > 0)`,
        ]
      : []),
  ];
}

/** The keys of an order of names. */
export function entityOrder(entity: Row<EntityRow>, order: 'USAGE' | 'NAME'): OrderKey[] {
  const id: OrderKey = { key: entity.ref('id'), direction: 'asc', type: 'text' };
  return order === 'USAGE'
    ? [{ key: entity.ref('item_count'), direction: 'desc', type: 'int4' }, id]
    : [{ key: entity.ref('name_key'), direction: 'asc', type: 'text' }, id];
}
