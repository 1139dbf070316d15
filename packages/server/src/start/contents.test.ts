import { createEngine } from '@broadsheet/pothos-kysely';
import { type Database, MIGRATIONS, migrate } from '@broadsheet/store';
import { databasesUnderTest } from '@broadsheet/store/testing';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../context.js';
import { schema } from '../schema/schema.js';
import { NOW } from '../scopes.js';
import { CONTENTS, contentsReader, type ReadContents } from './contents.js';

it('what is asked for the start page is valid', () => {
  expect(validate(schema, parse(CONTENTS))).toEqual([]);
});

describe.each(databasesUnderTest())('the contents of a database, on $kind', (kind) => {
  let database: Database;
  let read: ReadContents;
  const statements: string[] = [];
  beforeAll(async () => {
    database = await kind.open();
    await migrate(database, MIGRATIONS);
    const told: Database = {
      ...database,
      text: (sql, parameters, options) => {
        statements.push(`${options?.as} ${sql}`);
        return database.text(sql, parameters, options);
      },
    };
    const engine = createEngine<Context>({ schema, defaultScope: () => NOW, run: () => async () => null });
    read = contentsReader(engine, told);
  });
  afterAll(() => database.close());

  it('are read by one statement with the rights of a reader, shared by those who ask at the same time', async () => {
    statements.length = 0;
    const [one, other] = await Promise.all([read('2026-01-01'), read('2026-01-01')]);
    expect(one).toBe(other);
    expect(statements).toEqual([expect.stringMatching(/^reader select/)]);
    await read('2026-01-01');
    expect(statements).toHaveLength(2);
  });

  it('are nothing where nothing is held', async () => {
    const nothing = { totalCount: 0, nodes: [] };
    expect(await read('2026-01-01')).toEqual({
      publications: [],
      issues: nothing,
      items: { totalCount: 0 },
      sources: nothing,
      keywords: nothing,
      events: nothing,
      upcoming: nothing,
    });
  });
});
