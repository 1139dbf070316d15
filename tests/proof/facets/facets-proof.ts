import { addPublication, ingestIssue, MIGRATIONS, migrate } from '@broadsheet/store';
import { databasesUnderTest } from '@broadsheet/store/testing';
import { type Newsroom, onDatabase } from '../../newsroom.js';
import { type Random, seededRandom } from '../../sequences/random.js';
import { generateIssues } from '../ingest/generated-issues.js';
import type { Figure, Findings, Proof } from '../proof.js';

const FILTERS = Number(process.env['FILTERS'] ?? 500);
const ISSUES = 60;

/** The facets of lists and of searches, held against queries that know nothing of how they are made. */
export const facetsProof: Proof = {
  name: 'facets',
  claim: `The facets of ${FILTERS} lists and searches under random filters are what an independent query counts, on both databases.`,
  async run(say) {
    const figures: Figure[] = [];
    const wrong: string[] = [];
    for (const kind of databasesUnderTest()) {
      const database = await kind.open();
      const room = onDatabase(database);
      try {
        await migrate(database, MIGRATIONS);
        await fill(room);
        const found = await compare(room, seededRandom(Number(process.env['SEED'] ?? 1)), say);
        wrong.push(...found.wrong);
        figures.push([
          `${kind.kind}: filters, facets compared, differing`,
          `${FILTERS}, ${found.compared}, ${found.wrong.length}`,
        ]);
      } finally {
        await room.close();
      }
    }
    if (wrong[0] !== undefined) figures.push(['the first that differs', wrong[0]]);
    return { holds: wrong.length === 0, figures } satisfies Findings;
  },
};

async function fill({ database }: Newsroom): Promise<void> {
  const documents = [...generateIssues(ISSUES, 11)];
  for (const [index, slug] of ['quay', 'pier'].entries()) {
    await addPublication(database, { slug, title: `The ${slug}` });
    for (const [number, document] of documents.entries()) {
      if (number % 3 === index) continue;
      await ingestIssue(database, { publication: slug, document, publish: true });
    }
  }
}

const FIELDS = ['PUBLICATION', 'RUBRIC', 'KEYWORD', 'SOURCE', 'KIND', 'YEAR', 'MONTH'] as const;

async function compare(room: Newsroom, random: Random, say: (line: string) => void) {
  const wrong: string[] = [];
  let compared = 0;
  const values = await valuesOf(room);
  for (let tried = 0; tried < FILTERS; tried++) {
    const filter = filterOf(random, values);
    const words = random.percent(50) ? random.pick(WORDS) : null;
    const asked = FIELDS.map((by) => `${by}: facets(by: ${by}, first: 100) { value count }`).join(' ');
    const list =
      words === null
        ? `items(where: $where) { totalCount ${asked} }`
        : `search(query: ${JSON.stringify(words)}, where: $where) { totalCount ${asked} }`;
    const data = await room.data(`query F($where: ItemFilter) { list: ${list} }`, { where: filter.where });
    const answer: unknown = typeof data === 'object' && data !== null && 'list' in data ? data.list : null;
    for (const by of FIELDS) {
      const counted = await count(room, by, filter.sql, words);
      const given = JSON.stringify(read(answer, by));
      compared += 1;
      if (given !== counted)
        wrong.push(
          `${by} ${words} ${JSON.stringify(filter.where)}: ${given.slice(0, 200)}, not ${counted.slice(0, 200)}`,
        );
    }
    if (tried % 50 === 0) say(`${room.database.kind}: ${tried} of ${FILTERS}`);
  }
  return { wrong, compared };
}

/** What is searched for: each with how an item is told that has it, from its texts alone. */
const WORDS = ['ferry', 'quay', 'tariff', 'lantern', 'harbour', 'rope'];

interface Values {
  readonly keyword: readonly string[];
  readonly source: readonly string[];
  readonly rubric: readonly string[];
}

async function valuesOf({ database }: Newsroom): Promise<Values> {
  const list = async (table: string): Promise<string[]> => {
    const json = await database.text(`select json_agg(slug order by slug) from published.${table}`, [], {
      as: 'owner',
    });
    const parsed: unknown = JSON.parse(json ?? '[]');
    return Array.isArray(parsed) ? parsed.map(String) : [];
  };
  return { keyword: await list('keyword'), source: await list('source'), rubric: [...new Set(await list('rubric'))] };
}

/** A filter, and what it says in SQL about an item `i`. */
function filterOf(random: Random, values: Values): { readonly where: object; readonly sql: string } {
  const where: Record<string, unknown> = {};
  const sql = ['true'];
  const quoted = (list: readonly string[]): string =>
    list.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ') || 'null';
  for (const name of ['keyword', 'source', 'rubric'] as const) {
    if (!random.percent(25)) continue;
    const chosen = Array.from({ length: random.below(4) }, () => random.pick(values[name]));
    where[name] = chosen;
    sql.push(
      `exists (select 1 from published.item_${name} x join published.${name} n on n.id = x.${name}_id where x.item_id = i.id and n.slug in (${quoted(chosen)}))`,
    );
  }
  if (random.percent(30)) {
    const kinds = random.shuffle(['BRIEF', 'ARTICLE', 'INTERVIEW']).slice(0, 1 + random.below(2));
    where['kind'] = kinds;
    sql.push(`i.kind in (${quoted(kinds)})`);
  }
  if (random.percent(30)) {
    where['publication'] = ['quay'];
    sql.push(
      `exists (select 1 from published.issue s join published.publication p on p.id = s.publication_id where s.id = i.issue_id and p.slug = 'quay')`,
    );
  }
  if (random.percent(30)) {
    const [from, to] = ['1880-01-20', '1880-05-10'];
    where['publishedOn'] = random.percent(50) ? { from, to } : { from };
    sql.push(
      `i.published_on >= '${from}'`,
      ...('to' in Object(where['publishedOn']) ? [`i.published_on <= '${to}'`] : []),
    );
  }
  return { where, sql: sql.join(' and ') };
}

/** Counted from the rows of the graph alone, and the words by a look into the texts. */
async function count(
  { database }: Newsroom,
  by: (typeof FIELDS)[number],
  filter: string,
  words: string | null,
): Promise<string> {
  const text = `' ' || regexp_replace(lower(i.title || ' ' || i.body_text || ' ' || coalesce((select string_agg(k.printed, ' ') from published.item_keyword k where k.item_id = i.id), '')
    || ' ' || coalesce((select string_agg(a.printed, ' ') from published.attribution a where a.item_id = i.id), '')), '[^a-z0-9]+', ' ', 'g') || ' '`;
  const has = words === null ? '' : ` and ${text} ~ ' ${words.replace(/y$/, '(y|ies)')}s? '`;
  const values: Record<(typeof FIELDS)[number], string> = {
    PUBLICATION: `(select p.slug from published.issue s join published.publication p on p.id = s.publication_id where s.id = i.issue_id)`,
    RUBRIC: `unnest(array(select distinct r.slug from published.item_rubric l join published.rubric r on r.id = l.rubric_id where l.item_id = i.id))`,
    KEYWORD: `unnest(array(select k.slug from published.item_keyword l join published.keyword k on k.id = l.keyword_id where l.item_id = i.id))`,
    SOURCE: `unnest(array(select k.slug from published.item_source l join published.source k on k.id = l.source_id where l.item_id = i.id))`,
    KIND: 'i.kind',
    YEAR: `left(i.published_on::text, 4)`,
    MONTH: `left(i.published_on::text, 7)`,
  };
  const order = by === 'YEAR' || by === 'MONTH' ? 'value' : 'count desc, value';
  const json = await database.text(
    `select coalesce(json_agg(json_build_object('value', value, 'count', count)), '[]')::text from (
      select value, count(*) from (select ${values[by]} as value from published.item i where ${filter}${has}) v where value is not null
      group by value order by ${order} limit 100) c(value, count)`,
    [],
    { as: 'owner' },
  );
  const parsed: unknown = JSON.parse(json ?? '[]');
  return JSON.stringify(parsed);
}

function read(answer: unknown, by: string): unknown {
  return typeof answer === 'object' && answer !== null ? Reflect.get(answer, by) : null;
}
