import { type Database, makeId, rebuildSearch } from '@broadsheet/store';
import { sql } from 'kysely';
import { type Random, seededRandom } from '../../sequences/random.js';

/** Items of an issue, words of an item, and how many words, keywords and sources there are. */
const ITEMS = 15;
const WORDS = 120;
const VOCABULARY = 30_000;
const KEYWORDS = 1_500;
const SOURCES = 400;

/**
 * Fills an empty, migrated database with public issues whose words, keywords and sources follow Zipf's law: their rows are written straight to the
 * tables that are read, since what is measured is reading.
 */
export async function makeLarge(
  database: Database,
  issues: number,
  seed: number,
  say: (line: string) => void,
): Promise<void> {
  const random = seededRandom(seed);
  const words = vocabulary(random, VOCABULARY);
  const world: World = {
    word: zipf(random, words),
    keyword: zipf(random, names(random, words, KEYWORDS)),
    source: zipf(random, names(random, words, SOURCES)),
  };
  const made = { keywords: new Map<string, number>(), sources: new Map<string, number>() };
  const db = database.kysely;
  await database.transaction(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    await insert(trx, 'publication', [
      { id: PUBLICATION, slug: 'quay', title: 'The Quay', language: 'en', time_zone: 'UTC', homepage: null },
    ]);
    await insert(trx, 'rubric', RUBRICS);
  });
  for (let first = 0; first < issues; first += 20) {
    const batch = Array.from({ length: Math.min(20, issues - first) }, (_, index) => issue(world, first + index));
    await database.transaction(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx);
      await insert(
        trx,
        'issue',
        batch.map(({ issue }) => issue),
      );
      await insert(
        trx,
        'revision',
        batch.map(({ revision }) => revision),
      );
      await insert(
        trx,
        'item',
        batch.flatMap(({ items }) => items),
      );
      for (const name of ['keyword', 'source', 'rubric'] as const)
        await insert(
          trx,
          `item_${name}`,
          batch.flatMap(({ links }) => links[name]),
        );
      await sql`insert into editorial.document (sha256, format, byte_length, text)
        select * from json_to_recordset(${JSON.stringify(batch.map(({ document }) => document))}::json) as d(sha256 text, format text, byte_length int, text text)`.execute(
        trx,
      );
    });
    for (const { keywords, sources } of batch) {
      for (const name of keywords.flat()) made.keywords.set(name, (made.keywords.get(name) ?? 0) + 1);
      for (const name of sources.flat()) made.sources.set(name, (made.sources.get(name) ?? 0) + 1);
    }
    if (first % 1_000 === 0) say(`${first} of ${issues} issues made`);
  }
  await database.transaction(async (trx) => {
    for (const name of ['keyword', 'source'] as const) {
      const rows = [...made[`${name}s`]].map(([text, count]) => ({
        id: makeId(name, text),
        slug: slug(text),
        name: text,
        name_key: slug(text),
        item_count: count,
        abbreviation: null,
      }));
      await insert(trx, name, rows);
    }
  });
  await database.transaction((trx) =>
    rebuildSearch(trx, ({ done, total }) => {
      if (done % 1_000 === 0) say(`${done} of ${total} issues indexed`);
    }),
  );
  say('analyzing');
  await sql`vacuum (analyze)`.execute(db);
}

const PUBLICATION = makeId('publication', 'quay');
const RUBRICS = ['laws', 'news', 'culture', 'events'].map((slug) => ({
  id: makeId('rubric', PUBLICATION, slug),
  publication_id: PUBLICATION,
  slug,
  heading: slug,
  parent_id: null,
  section_count: 1,
}));

interface World {
  readonly word: () => string;
  readonly keyword: () => string;
  readonly source: () => string;
}

const FORMS = { introduction_text: null, introduction_markdown: null, introduction_html: null };

function issue(world: World, index: number) {
  const day = new Date(Date.UTC(1900, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);
  const number = index + 1;
  const id = makeId('issue', PUBLICATION, String(number));
  const newest = (tail: string): string => `${99_999_999 - Number(day.replaceAll('-', ''))} quay ${number}${tail}`;
  const oldest = (tail: string): string => `${day.replaceAll('-', '')} quay ${number}${tail}`;
  const texts = Array.from({ length: ITEMS }, () => ({ title: phrase(world, 8), body: sentences(world) }));
  const keywords = texts.map(() => [...new Set([world.keyword(), world.keyword(), world.keyword()])]);
  const sources = texts.map(() => [world.source()]);
  const lines = texts.map(
    ({ title, body }, at) =>
      `${at + 1}. ${title}\n[Keywords: ${keywords[at]?.join(', ')}]\n${body}\nSource: ${sources[at]?.[0]}`,
  );
  const text = `The Quay (Issue ${number})\n\nLaws\n${lines.join('\n')}\n`;
  let offset = text.indexOf('1. ');
  const items = texts.map(({ title, body }, at) => {
    const start = offset;
    const line = lines[at] ?? '';
    offset += line.length + 1;
    const tail = ` ${String(at + 1).padStart(6, '0')}`;
    return {
      id: makeId('item', id, at),
      issue_id: id,
      publication_id: PUBLICATION,
      section_id: null,
      kind: at === 14 ? 'ARTICLE' : 'BRIEF',
      position: at + 1,
      number: at + 1,
      title,
      language: 'en',
      published_on: day,
      word_count: WORDS,
      link_url: null,
      link_text: null,
      link_address_key: null,
      series_key: null,
      series_title: null,
      part_is_continuation: null,
      part_to_be_continued: null,
      part_number: null,
      part_of: null,
      body_text: body,
      body_markdown: body,
      body_html: `<p>${body}</p>`,
      span_start: start,
      span_end: start + line.length,
      span_line: 1,
      span_column: 1,
      span_text: line,
      newest_key: newest(tail),
      oldest_key: oldest(tail),
    };
  });
  const link = (at: number) => {
    const { id: item_id = '', newest_key = '', oldest_key = '' } = items[at] ?? {};
    return { item_id, issue_id: id, newest_key, oldest_key };
  };
  const named = (name: 'keyword' | 'source', lists: readonly (readonly string[])[]): object[] =>
    lists.flatMap((list, at) =>
      list.map((text, index) => ({
        ...link(at),
        [`${name}_id`]: makeId(name, text),
        ordinal: index + 1,
        printed: text,
      })),
    );
  return {
    issue: {
      id,
      publication_id: PUBLICATION,
      slug: String(number),
      number,
      title: `The Quay (Issue ${number})`,
      language: 'en',
      published_on: day,
      published_at: '2026-01-01T00:00:00Z',
      url: null,
      status: 'PUBLISHED',
      lead_item_id: null,
      revision_id: makeId('revision', id, 1),
      address_key: null,
      newest_key: newest(''),
      oldest_key: oldest(''),
      ...FORMS,
    },
    revision: {
      id: makeId('revision', id, 1),
      issue_id: id,
      ordinal: 1,
      created_at: '2026-01-01T00:00:00Z',
      published_at: '2026-01-01T00:00:00Z',
      superseded_at: null,
      sha256: makeId('item', 'document', id),
      format: 'TEXT',
      byte_length: text.length,
      lines: 1,
      attributed: 1,
    },
    document: { sha256: makeId('item', 'document', id), format: 'TEXT', byte_length: text.length, text },
    items,
    keywords,
    sources,
    links: {
      keyword: named('keyword', keywords),
      source: named('source', sources),
      rubric: items.map((_, at): object => ({ ...link(at), rubric_id: RUBRICS[(index + at) % RUBRICS.length]?.id })),
    },
  };
}

async function insert(
  trx: Parameters<Parameters<Database['transaction']>[0]>[0],
  table: string,
  rows: readonly object[],
): Promise<void> {
  const name = sql.table(`published.${table}`);
  const given = JSON.stringify(rows.map((row) => ({ ...row, since: 1 })));
  await sql`insert into ${name} select * from json_populate_recordset(null::${name}, ${given}::json)`.execute(trx);
}

function slug(text: string): string {
  return text.toLowerCase().replaceAll(' ', '-');
}

function sentences(world: World): string {
  return Array.from({ length: 8 }, () => `${phrase(world, WORDS / 8)}.`).join(' ');
}

function phrase({ word }: World, words: number): string {
  const line = Array.from({ length: words }, word).join(' ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}

function names(random: Random, words: readonly string[], count: number): string[] {
  const made = new Set<string>();
  while (made.size < count) made.add(`${random.pick(words)} ${random.pick(words)}`);
  return [...made];
}

const SYLLABLES =
  'ba be bor cal cor dan del dor fen fir gal gar hal hen jor kel kin lan lor mar mel mor nal nor pel pol quin ras rel sal sel tam tel tor ul van ver wes yar zel'.split(
    ' ',
  );

function vocabulary(random: Random, count: number): string[] {
  const words = new Set<string>();
  while (words.size < count)
    words.add(Array.from({ length: 2 + random.below(3) }, () => random.pick(SYLLABLES)).join(''));
  return [...words];
}

/** Draws values by Zipf's law. */
export function zipf<T>(random: Random, values: readonly T[]): () => T {
  const sums = new Float64Array(values.length);
  let all = 0;
  for (let rank = 0; rank < values.length; rank++) {
    all += 1 / (rank + 1);
    sums[rank] = all;
  }
  return () => {
    const at = (random.below(1_000_000_000) / 1_000_000_000) * all;
    let [low, high] = [0, values.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return values[low] ?? random.pick(values);
  };
}
