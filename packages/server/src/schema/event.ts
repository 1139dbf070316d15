import type { Lifted, OrderKey, Row, Scope } from '@broadsheet/pothos-kysely';
import type { EventMentionRow, EventRow } from '@broadsheet/store';
import type { FieldKind } from '@pothos/core';
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { todayIn } from '../scopes.js';
import { builder, type ReadBuilder } from './builder.js';
import { DateRange } from './date-range.js';
import { EventKind, EventMode, EventOrder, EventStatus } from './enums.js';
import { Item } from './item.js';
import { ItemFilter, itemConditions } from './item-list.js';
import { Node, Versioned } from './node.js';
import { Span } from './span.js';
import { anyOf, eq, inRange } from './sql.js';

/** The logical row of a place; it is embedded in events. */
interface PlaceShape {
  readonly printed: string;
  readonly venue: string | null;
  readonly city: string | null;
  readonly country: string | null;
}

export const Place = builder.objectRef<PlaceShape>('Place');
builder.objectType(Place, {
  description: 'Where something happens.',
  fields: (t) => ({
    printed: t.column('printed', { type: 'String', description: 'The words as printed.' }),
    venue: t.column('venue', { type: 'String', nullable: true, description: 'The house or hall.' }),
    city: t.column('city', { type: 'String', nullable: true, description: 'The city.' }),
    country: t.column('country', { type: 'String', nullable: true, description: 'ISO 3166-1 alpha-2' }),
  }),
});

export const Event = builder.objectRef<EventRow>('Event');
builder.objectType(Event, {
  kysely: { table: 'event' },
  interfaces: [Versioned, Node],
  description: 'What happens on dates. One node however many issues announce it.',
  fields: (t) => ({
    kind: t.column('kind', { type: EventKind, description: 'What kind of event it is.' }),
    title: t.column('title', { type: 'String', description: 'What it is called.' }),
    startsOn: t.column('starts_on', {
      type: 'Date',
      nullable: true,
      description: 'Its first day. One of startsOn and endsOn is always there; a deadline has an end and no start.',
    }),
    endsOn: t.column('ends_on', { type: 'Date', nullable: true, description: 'Its last day; null where it is open.' }),
    place: t.embed({
      type: Place,
      nullable: true,
      prefix: 'place_',
      present: ({ row }) => sql`${row.ref('place_printed')} is not null`,
      description: 'Where it happens.',
    }),
    mode: t.column('mode', { type: EventMode, nullable: true, description: 'How one takes part.' }),
    organizer: t.column('organizer', { type: 'String', nullable: true, description: 'Who holds it.' }),
    url: t.column('url', { type: 'URL', nullable: true, description: 'Its own address.' }),
    status: t.expr({
      type: EventStatus,
      description:
        "On a given day; else today in the time zone of item's publication (in asOf: the day of that instant).",
      args: { on: t.arg({ type: 'Date', description: 'The day.' }) },
      sql: ({ row, args, scope }) => eventStatus(row, args.on ? sql`${args.on}::date` : today(row, scope)),
    }),
    item: t.one({
      type: Item,
      description: 'The newest item that announces it, from which the fields above were read.',
      on: ({ row, target }) => eq(target.ref('id'), row.ref('item_id')),
    }),
    mentions: t.many({
      type: [EventMention],
      description: 'All that announce it, newest first.',
      on: ({ row, target }) => eq(target.ref('event_id'), row.ref('id')),
      orderBy: ({ target }) => [target.ref('newest_key'), target.ref('ordinal')],
    }),
  }),
});

export const EventMention = builder.objectRef<EventMentionRow>('EventMention');
builder.objectType(EventMention, {
  kysely: { table: 'event_mention' },
  description: 'One item that announces an event.',
  fields: (t) => ({
    item: t.one({
      type: Item,
      description: 'The item.',
      on: ({ row, target }) => eq(target.ref('id'), row.ref('item_id')),
    }),
    evidence: t.embed({ type: Span, prefix: 'span_', description: 'The words that it was read from.' }),
  }),
});

export const EventConnection = builder.keysetConnection({ name: 'EventConnection', edge: 'EventEdge', node: Event });

export const EventFilter = builder.inputType('EventFilter', {
  description: 'Narrows events: fields narrow, the values of one field widen; an empty list finds nothing.',
  fields: (t) => ({
    kind: t.field({ type: [EventKind], description: 'What kind of event.' }),
    day: t.field({
      type: DateRange,
      description: 'Its day (startsOn, or endsOn where there is no start) lies in the range.',
    }),
    overlaps: t.field({
      type: DateRange,
      description: 'Runs on at least one day of the range; an end that is not there is open.',
    }),
    startsOn: t.field({ type: DateRange, description: 'Its first day lies in the range.' }),
    endsOn: t.field({ type: DateRange, description: 'Its last day lies in the range.' }),
    item: t.field({ type: ItemFilter, description: 'An item that announces it fits this.' }),
  }),
});

/** The root fields that return events. */
export function eventFields<Shape, Kind extends FieldKind>(t: ReadBuilder<Shape, Kind>) {
  return {
    events: t.keyset({
      type: EventConnection,
      description: 'Events of all issues.',
      args: {
        where: t.arg({ type: EventFilter, description: 'Which events.' }),
        orderBy: t.arg({ type: EventOrder, required: true, defaultValue: 'EARLIEST', description: 'In which order.' }),
      },
      on: ({ target, args, scope }) => eventConditions(target, args.where, scope),
      order: ({ target, args }) => eventOrder(target, args.orderBy),
    }),
  };
}

type Where = Lifted<typeof EventFilter.$inferInput | null | undefined>;

function eventConditions(event: Row<EventRow>, where: Where, scope: Scope): RawBuilder<SqlBool>[] {
  if (!where) return [];
  const { kind, day, overlaps, startsOn, endsOn, item } = where;
  return [
    ...(kind ? [anyOf(event.ref('kind'), kind)] : []),
    ...inRange(event.ref('day'), day),
    ...inRange(event.ref('day'), { to: overlaps?.to }),
    ...(overlaps?.from
      ? [sql<SqlBool>`coalesce(${event.ref('ends_on')}, 'infinity'::date) >= ${overlaps.from}::date`]
      : []),
    ...inRange(event.ref('starts_on'), startsOn),
    ...inRange(event.ref('ends_on'), endsOn),
    ...(item ? [announcedBy(event, item, scope)] : []),
  ];
}

/** The row under the alias `i`, for conditions inside a subselect. */
function announcedBy(event: Row<EventRow>, where: NonNullable<Where>['item'], scope: Scope): RawBuilder<SqlBool> {
  const conditions = itemConditions({ ref: (column) => sql.ref(`i.${column}`) }, where, scope);
  return sql<SqlBool>`exists (select from ${scope.table('event_mention')} m join ${scope.table('item')} i on i.id = m.item_id
    where ${sql.join([eq(sql.ref('m.event_id'), event.ref('id')), ...conditions], sql` and `)})`;
}

function eventOrder(event: Row<EventRow>, order: 'EARLIEST' | 'LATEST'): OrderKey[] {
  return [
    { key: event.ref('day'), direction: order === 'EARLIEST' ? 'asc' : 'desc', type: 'date' },
    { key: event.ref('id'), direction: 'asc', type: 'text' },
  ];
}

function eventStatus(event: Row<EventRow>, day: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`case when ${day} < ${event.ref('day')} then 'UPCOMING' when ${event.ref('ends_on')} < ${day} then 'PAST' else 'ONGOING' end`;
}

function today(event: Row<EventRow>, scope: Scope): RawBuilder<unknown> {
  return sql`(select ${todayIn(scope, sql.ref('p.time_zone'))} from ${scope.table('item')} i
    join ${scope.table('publication')} p on p.id = i.publication_id where i.id = ${event.ref('item_id')})`;
}
