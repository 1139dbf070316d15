import { MIGRATIONS, withdrawIssue } from '@broadsheet/store';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES, type Newsroom, openNewsroom } from '../newsroom.js';
import { paper } from './paper.js';

const BODY =
  'The keeper 🐟 wrote: “No light was out   this winter”, and the fog signal of the old quay was heard by all who came past it on the way to the sound.';
const DOCUMENT = paper(1, '2031-05-01', [
  { title: 'Keeper Writes', body: BODY },
  { title: 'Lamps', body: 'It says: 港务局将更换\n所有灯具，𠮷\n野亦然。All lamps.' },
  { title: 'Ropes', body: 'Ropes are sold by the yard.\r\n\r\nAnd by the\n  pound.' },
  {
    title: 'Parted',
    body: 'The infor-\nmation of the well-\r\n  known Mu\u0308ller cafe\u0301 \u1112\u1161\u11ab🐟e\u0301 pre- and post\u00adwar 1931-\n1945 ends e\u0301\n\nso.',
  },
]);

const VERIFY = `query V($text: String!, $publication: [String!]) { verifyQuote(text: $text, publication: $publication) {
  issue { slug } item { title } span { start end line column text } } }`;

describe.each(DATABASES)('quotes on $kind', (kind) => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await openNewsroom(kind);
    await room.ingest({ document: DOCUMENT, publish: true });
  });
  afterAll(() => room.close());

  const verify = async (text: string, publication?: readonly string[]) => room.data(VERIFY, { text, publication });
  const at = (words: string, item: string | null) => {
    const start = DOCUMENT.indexOf(words);
    const before = DOCUMENT.slice(0, start).split('\n');
    const span = {
      start,
      end: start + words.length,
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      text: words,
    };
    return { verifyQuote: { issue: { slug: '1' }, item: item === null ? null : { title: item }, span } };
  };

  it.each([
    ['this winter', 'this winter', 'Keeper Writes'],
    ['"No light was out this winter", and', '“No light was out   this winter”, and', 'Keeper Writes'],
    [BODY, BODY, 'Keeper Writes'],
    [
      'fog signal of the old quay was heard by all who came past it on the way to',
      'fog signal of the old quay was heard by all who came past it on the way to',
      'Keeper Writes',
    ],
    ['was heard by all who came', 'was heard by all who came', 'Keeper Writes'],
    ['came past it on', 'came past it on', 'Keeper Writes'],
    ['by all', 'by all', 'Keeper Writes'],
    ['by the pound.', 'by the\n  pound.', 'Ropes'],
    ['港务局将更换所有灯具', '港务局将更换\n所有灯具', 'Lamps'],
    ['更换 所有灯具，𠮷野亦然。All lamps', '更换\n所有灯具，𠮷\n野亦然。All lamps', 'Lamps'],
    ['The information of the', 'The infor-\nmation of the', 'Parted'],
    [
      'The infor- mation of the well- known M\u00fcller',
      'The infor-\nmation of the well-\r\n  known Mu\u0308ller',
      'Parted',
    ],
    ['the well-known Mu\u0308ller caf\u00e9', 'the well-\r\n  known Mu\u0308ller cafe\u0301', 'Parted'],
    ['The infor', 'The infor', 'Parted'],
    ['The infor-', 'The infor-', 'Parted'],
    ['mation of the wellknown', 'mation of the well-\r\n  known', 'Parted'],
    [
      'caf\u00e9 \ud55c🐟\u00e9 pre- and postwar',
      'cafe\u0301 \u1112\u1161\u11ab🐟e\u0301 pre- and post\u00adwar',
      'Parted',
    ],
    ['and post', 'and post', 'Parted'],
    ['postwar 1931-1945 ends', 'post\u00adwar 1931-\n1945 ends', 'Parted'],
    ['1945 ends \u00e9', '1945 ends e\u0301', 'Parted'],
    ['\u00e9 so.', 'e\u0301\n\nso.', 'Parted'],
    ['Laws and Regulations National', 'Laws and Regulations\nNational', null],
    ['Laws and', 'Laws and', null],
    ['Laws and Regulations', 'Laws and Regulations', null],
  ])('are found word for word: %s', async (quote, words, item) => {
    expect(await verify(quote)).toEqual(at(words, item));
  });

  it.each([
    'this Winter',
    'No light was out this winter.',
    'The information of the well-known',
    'known Muller',
    'postwar 19311945',
    'pre-and post',
    'No lights was out this winter',
    'fog signal of the old quay was heard by all who come past it on the way to',
  ])('are not found with a character changed: %s', async (quote) => {
    expect(await verify(quote)).toEqual({ verifyQuote: null });
  });

  it('are looked for in the publications that are named, in one statement', async () => {
    room.statements.length = 0;
    expect(await verify('this winter', ['swb'])).toEqual(at('this winter', 'Keeper Writes'));
    expect(await verify('this winter', [])).toEqual({ verifyQuote: null });
    expect(room.statements).toHaveLength(2);
  });

  it.each(['', ' . ', 'x'.repeat(20_001)])('are refused where they cannot be looked for: %#', async (text) => {
    const answer = await room.ask(VERIFY, { text });
    expect(answer.errors?.map(({ extensions }) => extensions?.code)).toEqual(['QUOTE_UNSUITABLE']);
  });

  it('are held anew against the documents of a database of an older version', async () => {
    const { kysely } = room.database;
    await sql`update search.quotable set text = replace(text, '更换所有', '更换 所有')`.execute(kysely);
    expect(await verify('更换所有灯具')).toEqual({ verifyQuote: null });
    await MIGRATIONS.find(({ name }) => name === '0016-quotes-over-lines')?.up(kysely);
    expect(await verify('更换所有灯具')).toEqual(at('更换\n所有灯具', 'Lamps'));
    await sql`update search.quotable set text = split_part(text, chr(10), 1)`.execute(kysely);
    expect(await verify('The information of the')).toEqual({ verifyQuote: null });
    await MIGRATIONS.find(({ name }) => name === '0019-quotes-over-hyphens')?.up(kysely);
    expect(await verify('The information of the')).toEqual(at('The infor-\nmation of the', 'Parted'));
  });

  it('are found in the newest issue, and in none that was withdrawn', async () => {
    const { issueId } = await room.ingest({
      document: paper(2, '2031-05-08', [{ title: 'Again', body: BODY }]),
      publish: true,
    });
    expect(await verify('No light was out this winter')).toMatchObject({ verifyQuote: { issue: { slug: '2' } } });
    await withdrawIssue(room.database, { id: issueId });
    expect(await verify('No light was out this winter')).toMatchObject({ verifyQuote: { issue: { slug: '1' } } });
  });
});
