import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { databases, type Library } from '../testing/library-database.js';
import { hashText } from './hash-text.js';

describe.each(databases)('the hash of a text on $name', ({ open }) => {
  let library: Library;
  beforeAll(async () => {
    library = await open();
  });
  afterAll(() => library.close());

  test('is the same here and there, whatever the length', async () => {
    const texts = Array.from({ length: 40 }, (_, length) => 'aé☃\u001f𝄞 z'.repeat(8).slice(0, length).toWellFormed());
    const told = await library.database.run({
      name: '',
      sql: `select json_agg(encode(int8send(hashtextextended(t.text collate "C", 0)), 'hex') order by t.place)::text as data
        from json_array_elements_text($1::json) with ordinality as t (text, place)`,
      parameters: [JSON.stringify(texts)],
      scopes: [],
    });
    expect(JSON.parse(told ?? '[]')).toEqual(texts.map((text) => hashText(Buffer.from(text)).toString('hex')));
  });
});
