import type { SectionRow } from '@broadsheet/store';
import { builder } from './builder.js';
import { BodyFormat } from './enums.js';
import { Issue } from './issue.js';
import { Item } from './item.js';
import { Node, Versioned } from './node.js';
import { Rubric } from './rubric.js';
import { Span } from './span.js';
import { eq, inFormat } from './sql.js';

export const Section = builder.objectRef<SectionRow>('Section');
builder.objectType(Section, {
  kysely: { table: 'section' },
  interfaces: [Versioned, Node],
  description: 'One heading as it stands in one issue.',
  fields: (t) => ({
    issue: t.one({
      type: Issue,
      description: 'The issue that it stands in.',
      on: ({ row, target }) => eq(target.ref('id'), row.ref('issue_id')),
    }),
    rubric: t.one({
      type: Rubric,
      nullable: true,
      description: 'Null for a heading that does not recur.',
      on: ({ row, target }) => eq(target.ref('id'), row.ref('rubric_id')),
    }),
    heading: t.column('heading', { type: 'String', description: 'The heading as printed.' }),
    path: t.column('path', { type: ['String'], description: 'Headings from the top down to this one.' }),
    depth: t.column('depth', { type: 'Int', description: 'From 1, at the top.' }),
    position: t.column('position', { type: 'Int', description: 'From 1, in the order of the whole issue.' }),
    parent: t.one({
      type: Section,
      nullable: true,
      description: 'The section that it stands in; null at the top.',
      on: ({ row, target }) => eq(target.ref('id'), row.ref('parent_id')),
    }),
    children: t.many({
      type: [Section],
      description: 'The sections directly in it, in printed order.',
      on: ({ row, target }) => eq(target.ref('parent_id'), row.ref('id')),
      orderBy: ({ target }) => [target.ref('position')],
    }),
    introduction: t.expr({
      type: 'String',
      nullable: true,
      description: 'What stands under the heading and is no item.',
      args: {
        format: t.arg({ type: BodyFormat, required: true, defaultValue: 'TEXT', description: 'In which form.' }),
      },
      sql: ({ row, args }) => inFormat(row, 'introduction', args.format),
    }),
    items: t.many({
      type: [Item],
      description: 'Items directly under this heading, in printed order; those of children are theirs.',
      on: ({ row, target }) => eq(target.ref('section_id'), row.ref('id')),
      orderBy: ({ target }) => [target.ref('position')],
    }),
    span: t.embed({ type: Span, prefix: 'span_', description: 'The heading line.' }),
  }),
});
