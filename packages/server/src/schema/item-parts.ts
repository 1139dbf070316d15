import type { AttributionRow, BylineRow, ExchangeRow, HeadingRow, LinkRow } from '@broadsheet/store';
import { builder } from './builder.js';
import { Contributor } from './contributor.js';
import { BodyFormat } from './enums.js';
import { Issue } from './issue.js';
import { Source } from './source.js';
import { Span } from './span.js';
import { eq, inFormat } from './sql.js';

export const Attribution = builder.objectRef<AttributionRow>('Attribution');
builder.objectType(Attribution, {
  kysely: { table: 'attribution' },
  description: 'A source line as printed, with whom it was tied to.',
  fields: (t) => ({
    printed: t.column('printed', { type: 'String', description: 'The name as printed, without the label.' }),
    source: t.one({
      type: Source,
      description: 'Whom it names.',
      on: ({ row, target }) => eq(target.ref('id'), row.ref('source_id')),
    }),
    span: t.embed({ type: Span, prefix: 'span_', description: 'The printed name.' }),
  }),
});

export const Byline = builder.objectRef<BylineRow>('Byline');
builder.objectType(Byline, {
  kysely: { table: 'byline' },
  description: 'Who wrote an item, as printed on it.',
  fields: (t) => ({
    printed: t.column('printed', { type: 'String', description: "The byline as printed, without 'By'." }),
    contributor: t.one({
      type: Contributor,
      description: 'Whom it names.',
      on: ({ row, target }) => eq(target.ref('id'), row.ref('contributor_id')),
    }),
    affiliation: t.column('affiliation', { type: 'String', nullable: true, description: 'As printed on this item.' }),
  }),
});

/** The logical row of a link: an item's own is embedded, those in it stand in a table. */
export const Link = builder.objectRef<Pick<LinkRow, 'url' | 'text' | 'item_id' | 'ordinal' | 'address_key'>>('Link');
builder.objectType(Link, {
  kysely: { table: 'link' },
  description: 'An address in an item.',
  fields: (t) => ({
    url: t.column('url', { type: 'URL', description: 'The address.' }),
    text: t.column('text', {
      type: 'String',
      nullable: true,
      description: 'The words that are linked; null for a bare address.',
    }),
    issue: t.one({
      type: Issue,
      nullable: true,
      description: 'The issue of this server that the address is of; null where it is of none.',
      on: ({ row, target }) => eq(target.ref('address_key'), row.ref('address_key')),
      orderBy: ({ target }) => [target.ref('newest_key')],
    }),
  }),
});

export const Exchange = builder.objectRef<ExchangeRow>('Exchange');
builder.objectType(Exchange, {
  kysely: { table: 'exchange' },
  description: 'A question and its answer.',
  fields: (t) => ({
    question: t.expr({
      type: 'String',
      description: 'The question.',
      args: {
        format: t.arg({ type: BodyFormat, required: true, defaultValue: 'TEXT', description: 'In which form.' }),
      },
      sql: ({ row, args }) => inFormat(row, 'question', args.format),
    }),
    answer: t.expr({
      type: 'String',
      nullable: true,
      description: 'Null where none is printed.',
      args: {
        format: t.arg({ type: BodyFormat, required: true, defaultValue: 'TEXT', description: 'In which form.' }),
      },
      sql: ({ row, args }) => inFormat(row, 'answer', args.format),
    }),
  }),
});

export const Heading = builder.objectRef<HeadingRow>('Heading');
builder.objectType(Heading, {
  kysely: { table: 'heading' },
  description: 'A heading within the body of an item.',
  fields: (t) => ({
    depth: t.column('depth', { type: 'Int', description: 'From 1 within the body.' }),
    label: t.column('label', {
      type: 'String',
      nullable: true,
      description: "Its printed number, as in 'III' or '3'.",
    }),
    text: t.column('text', { type: 'String', description: 'Its words without the number.' }),
  }),
});
