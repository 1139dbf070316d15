import SchemaBuilder from '@pothos/core';
import { sql } from 'kysely';
import { createEngine, type Scope } from '../index.js';

interface Bed {
  id: string;
  name: string;
}

interface Plant {
  id: string;
  bed_id: string;
  name: string;
  height: number;
}

interface Context {
  query(sql: string, parameters: readonly unknown[]): Promise<string | null>;
}

const builder = new SchemaBuilder<{
  Context: Context;
  Tables: { bed: Bed; plant: Plant };
  DefaultFieldNullability: false;
}>({
  plugins: ['kysely'],
  defaultFieldNullability: false,
  kysely: { defaultPageSize: 20, maxPageSize: 100 },
});

const BedType = builder.objectRef<Bed>('Bed');
const PlantType = builder.objectRef<Plant>('Plant');
const Plants = builder.keysetConnection({ name: 'PlantConnection', edge: 'PlantEdge', node: PlantType });

builder.objectType(PlantType, {
  kysely: { table: 'plant' },
  fields: (t) => ({
    name: t.column('name', { type: 'String' }),
    inches: t.expr({ type: 'Float', sql: ({ row }) => sql`round(${row.ref('height')} / 2.54, 1)` }),
    label: t.computed({
      type: 'String',
      columns: ['name', 'height'],
      resolve: ({ name, height }) => `${name}, ${height} cm`,
    }),
    bed: t.one({ type: BedType, on: ({ row, target }) => sql`${target.ref('id')} = ${row.ref('bed_id')}` }),
  }),
});

builder.objectType(BedType, {
  kysely: { table: 'bed' },
  fields: (t) => ({
    name: t.column('name', { type: 'String' }),
    plants: t.keyset({
      type: Plants,
      args: { tallerThan: t.arg.int() },
      on: ({ row, target, args }) => [
        sql`${target.ref('bed_id')} = ${row.ref('id')}`,
        args.tallerThan && sql`${target.ref('height')} > ${args.tallerThan}`,
      ],
      order: ({ target }) => [
        { key: target.ref('height'), direction: 'desc', type: 'int4' },
        { key: target.ref('id'), direction: 'asc', type: 'text' },
      ],
    }),
  }),
});

builder.queryType({
  fields: (t) => ({
    bed: t.one({
      type: BedType,
      nullable: true,
      args: { name: t.arg.string({ required: true }) },
      on: ({ target, args }) => sql`${target.ref('name')} = ${args.name}`,
    }),
  }),
});

const now: Scope = { key: 'now', table: (name) => sql.id('garden', name), id: (expr) => expr };

export const schema = builder.toSchema();
export const engine = createEngine<Context>({
  schema,
  defaultScope: () => now,
  run: (context) => (statement) => context.query(statement.sql, statement.parameters),
});
