import { addPublication, type Database, ingestIssue, MIGRATIONS, migrate, slugify } from '@broadsheet/store';
import { databasesUnderTest } from '@broadsheet/store/testing';
import { corpusFile } from '../../corpus.js';
import { onDatabase } from '../../newsroom.js';
import { corpusDocuments } from '../../periodicals/read-corpus.js';
import { seededRandom } from '../../sequences/random.js';
import type { Figure, Findings, Proof } from '../proof.js';
import { JUDGED_QUERIES, type JudgedQuery } from './judged-queries.js';
import { type Judgement, judge } from './judgement.js';
import { misspell } from './misspell.js';

const WANTED = { gain: 0.85, first: 0.8, spellings: 0.9 };
const SPELLINGS = 200;

/** How well the corpus is searched. SEED for other spellings; DETAILS to see what each query found. */
export const searchProof: Proof = {
  name: 'search',
  claim:
    'Over the whole corpus 50 queries, judged by hand, come to an nDCG@10 of 0.85 or more, the first item answers 80 of 100 or more, and of 200 spellings with one slip 90 of 100 or more are put right.',
  async run(say) {
    const kind = databasesUnderTest().at(-1);
    if (kind === undefined || corpusFile('optech/NOTICE') === undefined)
      return { holds: false, figures: [['not run', 'no corpus beside the checkout']] };
    const database = await kind.open();
    try {
      await migrate(database, MIGRATIONS);
      await ingestCorpus(database, say);
      return await measure(database, say);
    } finally {
      await database.close();
    }
  },
};

/** Ingests the three periodicals of the corpus, each as a publication of its own. */
export async function ingestCorpus(database: Database, say: (line: string) => void): Promise<void> {
  for (const slug of ['optech', 'twir', 'swb']) await addPublication(database, { slug, title: slug });
  const model = corpusFile('swb/issue-123.txt');
  if (model !== undefined)
    await ingestIssue(database, { publication: 'swb', document: model, publishedOn: '2025-12-17', publish: true });
  for (const folder of ['optech', 'twir'] as const) {
    const documents = corpusDocuments(folder);
    for (const [index, { name, document }] of documents.entries()) {
      await ingestIssue(database, {
        publication: folder,
        document,
        format: 'MARKDOWN',
        slug: name.slice(0, 10),
        publishedOn: name.slice(0, 10),
        publish: true,
      });
      if (index % 20 === 0) say(`${folder}: ${index} of ${documents.length}`);
    }
  }
}

async function measure(database: Database, say: (line: string) => void): Promise<Findings> {
  const room = onDatabase(database);
  const judgements: Judgement[] = [];
  for (const query of JUDGED_QUERIES) judgements.push(judge(query, await find(room, query)));
  const tuned = judgements.filter((_, index) => index % 2 === 0);
  const held = judgements.filter((_, index) => index % 2 === 1);
  if (process.env['DETAILS'] !== undefined)
    for (const { query, gain, found } of judgements)
      say(`${gain.toFixed(2)} ${query}: ${found.slice(0, 6).join(', ')}`);
  const spelt = await trySpellings(room);
  const figures: Figure[] = [
    ['queries', judgements.length],
    [
      'nDCG@10: all, tuned on, held out',
      [judgements, tuned, held].map((some) => mean(some.map(({ gain }) => gain)).toFixed(3)).join(', '),
    ],
    [
      'the first item answers: all, tuned on, held out',
      [judgements, tuned, held].map((some) => mean(some.map(({ isFirst }) => Number(isFirst))).toFixed(2)).join(', '),
    ],
    ['spellings put right', `${spelt.right} of ${SPELLINGS}`],
  ];
  const holds =
    mean(judgements.map(({ gain }) => gain)) >= WANTED.gain &&
    mean(judgements.map(({ isFirst }) => Number(isFirst))) >= WANTED.first &&
    spelt.right >= WANTED.spellings * SPELLINGS;
  return { holds, figures };
}

type Room = ReturnType<typeof onDatabase>;

interface Found {
  readonly search: {
    readonly nodes: readonly {
      readonly position: number;
      readonly issue: {
        readonly slug: string;
        readonly publishedOn: string;
        readonly publication: { readonly slug: string };
      };
    }[];
  };
}

const FIND = `query F($query: String!) { search(query: $query, first: 10) { nodes { position issue { slug publishedOn publication { slug } } } } }`;

async function find(room: Room, { query }: JudgedQuery): Promise<string[]> {
  const data = await room.data(FIND, { query });
  return isFound(data)
    ? data.search.nodes.map(({ position, issue }) => `${issue.publication.slug} ${issue.publishedOn}#${position}`)
    : [];
}

function isFound(data: unknown): data is Found {
  return typeof data === 'object' && data !== null && 'search' in data;
}

/** Words that the corpus has, each with one slip. */
async function trySpellings(room: Room): Promise<{ readonly right: number }> {
  const random = seededRandom(Number(process.env['SEED'] ?? 1));
  const json = await room.database.text(
    `select json_agg(form order by form) from (select form from search.word where form ~ '^[a-z]{5,14}$' group by form having sum(items) >= 5) w`,
    [],
    { as: 'owner' },
  );
  const words: unknown = JSON.parse(json ?? '[]');
  const known = new Set(Array.isArray(words) ? words.map(String) : []);
  let right = 0;
  for (let tried = 0; tried < SPELLINGS; ) {
    const word = random.pick([...known]);
    const query = misspell(word, random);
    if (known.has(query)) continue;
    tried += 1;
    const data = await room.data('query D($query: String!) { search(query: $query) { didYouMean } }', { query });
    const [, proposed = ''] = /"didYouMean":"([^"]*)"/.exec(JSON.stringify(data)) ?? [];
    if (slugify(proposed) === word) right += 1;
    else if (process.env['DETAILS'] !== undefined) process.stdout.write(`${word} ${query} ${JSON.stringify(data)}\n`);
  }
  return { right };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}
