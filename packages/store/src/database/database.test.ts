import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { type Generated, sql, type Transaction } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databasesUnderTest } from '../testing/index.js';
import type { Database } from './database.js';
import { jsonParameter } from './parameters.js';
import { MOST_PREPARED } from './prepared-names.js';
import { textIn } from './text-in.js';

interface Tables {
  readonly note: { readonly id: Generated<number>; readonly word: string };
}

describe.each(databasesUnderTest())('a database of the kind $kind', ({ open }) => {
  let database: Database<Tables>;
  const words = async (): Promise<string | null> =>
    database.text(`select string_agg(word, ',' order by id) from note`, [], { as: 'owner' });

  beforeAll(async () => {
    database = await open<Tables>();
    await sql`create table note (id int generated always as identity primary key, word text not null unique)`.execute(
      database.kysely,
    );
    await sql`do $$ begin create role broadsheet_reader nologin; exception when duplicate_object then null; end $$`.execute(
      database.kysely,
    );
    await sql`create schema open_to_all`.execute(database.kysely);
    await sql`grant usage on schema open_to_all to broadsheet_reader`.execute(database.kysely);
    await sql`create view open_to_all.note as select * from note`.execute(database.kysely);
    await sql`grant select on open_to_all.note to broadsheet_reader`.execute(database.kysely);
  });
  afterAll(() => database.close());

  describe('statements of a transaction that are asked for together', () => {
    it('run in the order in which they were asked for', async () => {
      const counts = await database.transaction((trx) =>
        Promise.all(
          ['a', 'b', 'c', 'd'].flatMap((word) => [
            sql`insert into note (word) values (${`together ${word}`})`.execute(trx),
            sql<{ n: number }>`select count(*) as n from note where word like 'together %'`.execute(trx),
          ]),
        ),
      );
      expect(counts.flatMap(({ rows }) => rows)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }]);
      await sql`delete from note`.execute(database.kysely);
    });

    it('are all undone where one fails, whose failure is told', async () => {
      const add = (word: string) => (trx: Parameters<Parameters<typeof database.transaction>[0]>[0]) =>
        sql`insert into note (word) values (${word})`.execute(trx);
      const ended = database.transaction((trx) =>
        Promise.all([add('x')(trx), add('x')(trx), add('y')(trx), add('z')(trx)]),
      );
      await expect(ended).rejects.toMatchObject({ code: 'STATEMENT_FAILED', data: { sqlstate: '23505' } });
      expect(await words()).toBeNull();
      await database.transaction(add('after'));
      expect(await words()).toBe('after');
      await sql`delete from note`.execute(database.kysely);
    });
  });

  it.each(['commit', 'rollback'])('does nothing that a transaction is asked for behind its %s', async (end) => {
    const add = (trx: Transaction<Tables>): Promise<string> =>
      sql`insert into note (word) values ('late')`.execute(trx).then(
        () => 'done',
        () => 'refused',
      );
    const left: Transaction<Tables>[] = [];
    const late: Promise<string>[] = [];
    const ended = database.transaction(async (trx) => {
      await sql`select 1`.execute(trx);
      left.push(trx);
      // When the end is on its way, and is not answered yet.
      late.push(nextTurn().then(() => add(trx)));
      if (end === 'rollback') throw new Error('undone');
    });
    await ended.catch(() => {});
    late.push(...left.map(add));
    expect(await Promise.all(late)).toEqual(['refused', 'refused']);
    expect(await words()).toBeNull();
  });

  describe('values', () => {
    it.each([
      ['int8', '9007199254740991::int8', 9007199254740991],
      ['a count', 'count(*) from (values (1), (2)) v', 2],
      ['numeric', '12.5::numeric', 12.5],
      ['a date', "'2025-12-17'::date", '2025-12-17'],
      ['an instant', "'2025-12-17 08:00:00.000001+08'::timestamptz", '2025-12-17T00:00:00.000001Z'],
      ['json', `'{"a":[1,null]}'::json`, { a: [1, null] }],
      ['jsonb', `'[true]'::jsonb`, [true]],
      ['an array of text', `array['a', null, 'b"c,d']`, ['a', null, 'b"c,d']],
      ['an array of int8', 'array[1, 2]::int8[]', [1, 2]],
      ['an array of dates', `array['2025-12-17'::date]`, ['2025-12-17']],
      ['an empty array', "'{}'::text[]", []],
      ['a boolean', 'true', true],
      ['float8', '0.1::float8', 0.1],
      ['bytes', `'\\x00ff'::bytea`, new Uint8Array([0, 255])],
      ['a byte order mark', `U&'\\FEFFa'`, '\uFEFFa'],
      ['null', 'null::int8', null],
      ['a type that is not known', `'1 day'::interval`, '1 day'],
    ])('reads %s', async (_, expression, expected) => {
      const { rows } = await sql<{
        value: unknown;
      }>`select ${sql.raw(expression.replace(/ from |$/, ' as value$&'))}`.execute(database.kysely);
      expect(rows).toEqual([{ value: expected }]);
    });

    it.each(['9007199254740993::int8', '1e20::numeric'])(
      'refuses %s, which a number cannot hold',
      async (expression) => {
        const query = sql`select ${sql.raw(expression)}`.execute(database.kysely);
        await expect(query).rejects.toMatchObject({ code: 'VALUE_OUT_OF_RANGE' });
      },
    );

    it.each([
      ['text', 'text', 'a\\b"c', 'a\\b"c'],
      ['an int', 'int', 7, 7],
      ['a bigint', 'int8', 7n, 7],
      ['a boolean', 'boolean', false, false],
      ['an array of text', 'text[]', ['a', null, 'x"y\\'], ['a', null, 'x"y\\']],
      ['an array of ints', 'int[]', [1, 2], [1, 2]],
      ['an object', 'jsonb', { a: ['é', null] }, { a: ['é', null] }],
      ['a JSON array', 'jsonb', jsonParameter([1, 'b']), [1, 'b']],
      ['bytes', 'bytea', new Uint8Array([0, 1, 255]), new Uint8Array([0, 1, 255])],
      ['undefined', 'text', undefined, null],
    ])('takes %s as a parameter', async (_, type, value, expected) => {
      const { rows } = await sql<{ value: unknown }>`select ${value}::${sql.raw(type)} as value`.execute(
        database.kysely,
      );
      expect(rows).toEqual([{ value: expected }]);
    });

    it.each([
      ['NUL', 'a\0', 'NUL_CHARACTER'],
      ['half a pair', '\ud800', 'LONE_SURROGATE'],
      ['a Date', new Date(0), 'PARAMETER_UNSUPPORTED'],
      ['a function', () => 1, 'PARAMETER_UNSUPPORTED'],
    ])('refuses %s as a parameter before the database sees it', async (_, value, code) => {
      await expect(database.text('select $1', [value])).rejects.toMatchObject({ code });
    });
  });

  describe('text', () => {
    it('gives the first column as the database prints it', async () => {
      expect(await database.text(`select json_build_object('a',  1.50), 2`, [])).toBe('{"a" : 1.50}');
    });

    it('gives null where there is no row and where the value is null', async () => {
      expect(await database.text('select 1 where false', [])).toBeNull();
      expect(await database.text('select null', [])).toBeNull();
    });

    it('keeps no more than a hundred of its statements prepared, and answers all of them', async () => {
      const held = 'select count(*) from pg_prepared_statements';
      // On one connection, as they come one after the other.
      for (let number = 1; number <= 150; number += 1) {
        expect(await database.text(`select ${number}`, [], { name: `numbered ${number}` })).toBe(String(number));
      }
      expect(Number(await database.text(held, []))).toBeLessThanOrEqual(MOST_PREPARED);
      expect(await database.text('select 1', [], { name: 'numbered 1' })).toBe('1');
      expect(await database.text('select 150', [], { name: 'numbered 150' })).toBe('150');
    });

    it('keeps named statements prepared, also after one of them failed', async () => {
      const half = (by: number) => database.text('select 10 / $1::int', [by], { name: 'half' });
      expect(await half(2)).toBe('5');
      await expect(half(0)).rejects.toMatchObject({ code: 'STATEMENT_FAILED', data: { sqlstate: '22012' } });
      expect(await half(5)).toBe('2');
    });

    it('has the rights of a reader unless the owner’s are asked for', async () => {
      await sql`truncate note`.execute(database.kysely);
      await sql`insert into note (word) values ('seen')`.execute(database.kysely);
      expect(await database.text('select word from open_to_all.note', [])).toBe('seen');
      await expect(database.text('select word from public.note', [])).rejects.toMatchObject({
        code: 'DATABASE_REFUSED',
      });
      await expect(database.text(`insert into note (word) values ('x') returning id`, [])).rejects.toMatchObject({
        code: 'DATABASE_REFUSED',
      });
      expect(await database.text('select word from public.note', [], { as: 'owner' })).toBe('seen');
    });
  });

  describe('a transaction', () => {
    it('is stored whole, and its own text sees it before', async () => {
      await sql`truncate note`.execute(database.kysely);
      const inside = await database.transaction(async (trx) => {
        await trx.insertInto('note').values({ word: 'a' }).execute();
        return textIn(trx, 'select json_agg(word) from note', []);
      });
      expect(inside).toBe('["a"]');
      expect(await words()).toBe('a');
    });

    it('is rolled back when its function throws', async () => {
      const failing = database.transaction(async (trx) => {
        await trx.insertInto('note').values({ word: 'lost' }).execute();
        throw new Error('on purpose');
      });
      await expect(failing).rejects.toThrow('on purpose');
      expect(await words()).not.toContain('lost');
    });

    it('fails where a failed statement was caught inside', async () => {
      const swallowing = database.transaction(async (trx) => {
        await trx.insertInto('note').values({ word: 'swallowed' }).execute();
        await sql`select 1 / 0`.execute(trx).catch(() => {});
      });
      await expect(swallowing).rejects.toMatchObject({ code: 'STATEMENT_FAILED' });
      expect(await words()).not.toContain('swallowed');
    });

    it('tells which constraint was broken', async () => {
      const twice = database.transaction(async (trx) => {
        await trx
          .insertInto('note')
          .values([{ word: 'twice' }, { word: 'twice' }])
          .execute();
      });
      await expect(twice).rejects.toMatchObject({
        code: 'STATEMENT_FAILED',
        data: { sqlstate: '23505', constraint: 'note_word_key' },
      });
    });

    it('refuses the use of the database from inside it', async () => {
      const code = 'NESTED_DATABASE_USE';
      await database.transaction(async () => {
        await expect(database.text('select 1', [])).rejects.toMatchObject({ code });
        await expect(sql`select 1`.execute(database.kysely)).rejects.toMatchObject({ code });
        await expect(database.transaction(async () => 1)).rejects.toMatchObject({ code });
      });
      expect(await database.text('select 1', [])).toBe('1');
    });

    it('lets what it started and what outlives it use the database', async () => {
      const later = await database.transaction(async () => ({
        answer: sleep(50).then(() => database.text('select 2', [])),
      }));
      expect(await later.answer).toBe('2');
    });

    it('goes on beside others without loss', async () => {
      await sql`truncate note`.execute(database.kysely);
      const writers = Array.from({ length: 20 }, (_, index) =>
        database.transaction((trx) =>
          trx
            .insertInto('note')
            .values({ word: `w${index}` })
            .execute(),
        ),
      );
      await Promise.all(writers);
      expect(await database.text('select count(*) from note', [], { as: 'owner' })).toBe('20');
    });
  });
});
