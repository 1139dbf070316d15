import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { engine, schema } from './testing/readme-example.js';

const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');
const example = readFileSync(join(import.meta.dirname, 'testing', 'readme-example.ts'), 'utf8');

const GARDEN = `
  create schema garden;
  create table garden.bed (id text primary key, name text not null);
  create table garden.plant (id text primary key, bed_id text not null, name text not null, height int4 not null);
  insert into garden.bed values ('1', 'south');
  insert into garden.plant values ('a', '1', 'Fennel', 150), ('b', '1', 'Thyme', 20), ('c', '1', 'Sage', 60)`;

test('the README shows the example as it is', () => {
  expect(readme).toContain(`\`\`\`ts\n${example.replace("'../index.js'", "'@broadsheet/pothos-kysely'")}\`\`\``);
});

test('the README shows an operation and the answer that it gets by one statement', async () => {
  const [operation = ''] = blocks('graphql');
  const [answer = ''] = blocks('json');
  const pglite = await PGlite.create();
  await pglite.exec(GARDEN);
  const statements: string[] = [];
  const contextValue = {
    async query(sql: string, parameters: readonly unknown[]) {
      statements.push(sql);
      const { rows } = await pglite.query<{ data: string }>(sql, [...parameters]);
      return rows[0]?.data ?? null;
    },
  };
  expect(await engine.execute({ schema, document: parse(operation), contextValue })).toEqual(JSON.parse(answer));
  expect(statements).toHaveLength(1);
  await pglite.close();
});

function blocks(language: string): readonly string[] {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(([, text = '']) => text);
}
